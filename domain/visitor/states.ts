import type { PassState } from './contract'
import { isLive } from './keys'
import { insideVisit, type Pass } from './pass'

/**
 * The state of a pass at an instant; it can change by time alone, without a write.
 * @param isBlocked whether its guest is blocked (block.ts)
 */
export function stateOf(pass: Pass, now: Date, isBlocked: boolean): PassState {
  const at = now.toISOString()
  if (pass.status === 'asked') return at > (pass.lapsesAt ?? '') ? 'lapsed' : 'asked'
  if (pass.status !== 'active') return pass.status
  if (insideVisit(pass)) return 'inside'
  if (pass.uses !== null && pass.used >= pass.uses) return 'used'
  if (at > pass.to) return 'expired'
  if (isBlocked) return 'blocked'
  return at < pass.from ? 'upcoming' : 'active'
}

/**
 * Whether a guest who is outside can come in on a pass in this state, now or later. A new state has to say.
 */
const isOpen: Record<PassState, boolean> = {
  upcoming: true,
  active: true,
  inside: false,
  used: false,
  expired: false,
  revoked: false,
  blocked: false,
  asked: false,
  refused: false,
  lapsed: false,
}
export const isOpenState = (state: PassState): boolean => isOpen[state]

/** Whether the pass can still let its guest in, now or later. */
export function mayCome(pass: Pass, now: Date, isBlocked: boolean): boolean {
  const state = stateOf(pass, now, isBlocked)
  return isOpenState(state) || (state === 'inside' && !isBlocked && isLive(pass, now))
}
