import type { ActionName, Input, Output } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import type { Audience } from '@domain/notice/outbox'
import { isBlockedBy, subjectsOf } from '@domain/visitor/block'
import type { VisitorMessage } from '@domain/visitor/messages'
import type { Pass } from '@domain/visitor/pass'
import { viewPass } from '@domain/visitor/view'
import { readEstate, type SetEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { blocksOf } from '../_services/visitor/blocks'
import { passes } from '../_services/visitor/records'
import { nextPass } from '../_services/visitor/write'

type PassMove = 'revoke' | 'star' | 'leave' | 'decideWalkIn' | 'open'
export interface Change {
  pass: Pass
  notify?: { kind: VisitorMessage; to: Audience }[]
}
/** What a move and its answer depend on. */
interface Given<M extends ActionName<'visitor'>> {
  input: Input<'visitor', M>
  caller: Caller
  estate: SetEstate
  now: Date
  requestKey: string
  /** Whether the guest is blocked (domain/visitor/block.ts). */
  isBlocked: boolean
}

interface Move<M extends PassMove> {
  find: (input: Input<'visitor', M>) => Promise<Pass | null>
  /** Checked before anything else is read, so that a refusal reveals nothing, not even by its duration. */
  may: (pass: Pass, caller: Caller, input: Input<'visitor', M>) => boolean
  /** Returns null when there is nothing to write. @throws Refusal when the pass's state does not allow it */
  decide: (pass: Pass, given: Given<M>) => Change | null
  view: (pass: Pass, given: Given<M>) => Output<'visitor', M>
}

/**
 * A move on one pass: caller and pass are read in parallel, then one pure decision, one conditional write.
 */
export const movePass = <M extends PassMove>(name: M, { find, may, decide, view }: Move<M>) =>
  action<'visitor', M, Pass | null>('visitor', name, {
    load: find,
    async run({ input, caller, loaded, now, requestKey, request }) {
      if (loaded === null || !may(loaded, caller, input)) throw forbidden()
      const [estate, blocked] = await Promise.all([
        readEstate(loaded.estateId),
        blocksOf(loaded.estateId, subjectsOf([loaded]), now),
      ])
      const isBlocked = isBlockedBy(loaded, blocked, now.toISOString())
      const given = { input, caller, estate, now, requestKey, isBlocked }
      return move(
        loaded,
        { request, now },
        {
          records: passes,
          isVisible: pass => may(pass, caller, input),
          next(pass) {
            const change = decide(pass, given)
            if (change === null) return null
            const { notify = [] } = change
            const written = { estate: given.estate, by: caller.openid, now, mark: request, notify }
            return { after: nextPass(change.pass, written) }
          },
          view: pass => view(pass, given),
        },
      )
    },
  })

/** The pass after a move, as the caller sees it. */
export const viewMoved = (
  pass: Pass,
  { caller, estate, now, isBlocked }: Pick<Given<PassMove>, 'caller' | 'estate' | 'now' | 'isBlocked'>,
): Output<'visitor', 'get'> =>
  viewPass(pass, { caller, gates: estate.settings.visitor.gates, now, isBlocked })
