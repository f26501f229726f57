import { utcOffset } from '@domain/kernel/estate-time'
import { isBlockedBy, type Block } from '@domain/visitor/block'
import type { GateKit } from '@domain/visitor/contract'
import { kitPortion } from '@domain/visitor/kinds'
import { termsOf, type Pass } from '@domain/visitor/pass'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocksOfEstate } from '../_services/visitor/blocks'
import { passes } from '../_services/visitor/records'
import { trustOf } from './estate-keys'

/**
 * What a guard's phone needs to check passes offline: the keys, and the facts about passes that a code does
 * not hold. A pass keeps its place between the pages, because its end never changes; one that is opened while
 * the pages are read is missing at worst, and its own code says everything about it.
 */
export const gateKit = action('visitor', 'gateKit', {
  async run({ input: { cursor, limit = kitPortion }, caller, now }) {
    const estateId = caller.estateId ?? ''
    const at = now.toISOString()
    const [estate, found, blocked] = await Promise.all([
      readEstate(estateId),
      passes.find(
        { estateId, kitKey: op.gt(cursor === undefined || cursor < at ? at : cursor) },
        { orderBy: ['kitKey', 'asc'], limit: limit + 1, leaveOut: ['outbox', 'marks', 'visits'] },
      ),
      blocksOfEstate(estateId, now),
    ])
    const { keys, estateTag } = trustOf(estateId, now)
    const shown = found.slice(0, limit)
    return {
      now: at,
      offset: utcOffset(now, estate.zone),
      estateTag,
      keys: [...keys],
      gates: estate.settings.visitor.gates.map(({ id, name }) => ({ id, name })),
      passes: shown.map(pass => toKitPass(pass, blocked, at)),
      blockedPlates: cursor === undefined ? blocked.flatMap(({ plate }) => plate ?? []) : [],
      next: found.length > limit ? (shown[limit - 1]?.kitKey ?? null) : null,
    }
  },
})

type KitPass = GateKit['passes'][number]

function stateAt(pass: Pass, blocked: readonly Block[], at: string): KitPass['state'] {
  if (pass.status !== 'active') return 'revoked'
  return isBlockedBy(pass, blocked, at) ? 'blocked' : 'good'
}

function toKitPass(pass: Pass, blocked: readonly Block[], at: string): KitPass {
  const { kind, party, weekdays, hours, gates } = termsOf(pass)
  return {
    id: pass._id,
    state: stateAt(pass, blocked, at),
    used: pass.used,
    slot: pass.slot,
    holder: pass.holder?.key ?? null,
    plate: pass.plate,
    terms: {
      kind,
      party,
      weekdays: [...weekdays],
      hours,
      gates: [...gates],
      from: pass.from,
      to: pass.to,
      uses: pass.uses,
    },
  }
}
