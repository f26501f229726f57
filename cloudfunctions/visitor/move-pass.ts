import type { ActionName, Input, Output } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Audience } from '@domain/notice/outbox'
import type { Caller } from '@domain/kernel/people'
import type { Pass } from '@domain/visitor/pass'
import type { VisitorMessage } from '@domain/visitor/messages'
import { commit } from '../_kit/outbox'
import { estateOf, type SetEstate } from '../_kit/estate'
import { writtenPass } from '../_services/visitor/write'
import { action } from '../_kit/serve'
import { passes } from '../_services/visitor/records'

type PassMove = 'revoke' | 'star' | 'leave' | 'decideWalkIn' | 'open'
export interface Change {
  pass: Pass
  notify?: { kind: VisitorMessage; to: Audience }[]
}
interface Given<M extends ActionName<'visitor'>> {
  input: Input<'visitor', M>
  caller: Caller
  estate: SetEstate
  now: Date
  requestKey: string
}

/** How often a lost race is decided again on what stands then. */
export const triesOfRace = 6

interface Move<M extends PassMove> {
  find(input: Input<'visitor', M>): Promise<Pass | null>
  /** Asked before anything else is read, so that a refusal tells nothing, not even by its cost. */
  may(pass: Pass, caller: Caller, input: Input<'visitor', M>): boolean
  /** @throws Refusal when the pass is not in a state that allows it; null: nothing to write */
  decide(pass: Pass, given: Given<M>): Change | null
  view(pass: Pass, given: Given<M>): Output<'visitor', M>
}

/** A move on one pass: caller and pass read side by side, one pure decision, one conditional write. */
export const movePass = <M extends PassMove>(name: M, { find, may, decide, view }: Move<M>) =>
  action<'visitor', M, Pass | null>('visitor', name, {
    load: find,
    async run({ input, caller, loaded, now, requestKey }) {
      let pass = loaded
      for (let tries = 0; tries < triesOfRace; tries++) {
        if (pass === null || !may(pass, caller, input)) throw forbidden()
        const given = { input, caller, estate: await estateOf(pass.estateId), now, requestKey }
        if (pass.marks.some(mark => mark.key === requestKey)) return view(pass, given)
        const change = decide(pass, given)
        if (change === null) return view(pass, given)
        const after = writtenPass(change.pass, {
          estate: given.estate,
          by: caller.openid,
          now,
          mark: { key: requestKey, action: name },
          notify: change.notify ?? [],
        })
        if (await commit(passes, pass, after)) return view(after, given)
        pass = await passes.byId(pass._id)
      }
      throw new Refusal('CONFLICT')
    },
  })
