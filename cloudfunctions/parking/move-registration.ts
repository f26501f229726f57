import type { ActionName, Input, Output } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Move } from '@domain/parking/contract'
import type { Change } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { isOfDesk, checkMove, maySee, stateOf } from '@domain/parking/states'
import { viewRegistration } from '@domain/parking/view'
import { stateWords } from '@domain/parking/wording'
import { audit } from '../_kit/audit'
import { commit } from '../_kit/outbox'
import { estateOf, type SetEstate } from '../_kit/estate'
import { registrations } from '../_services/parking/records'
import { writtenRegistration } from '../_services/parking/write'
import { action } from '../_kit/serve'

interface Given<M extends ActionName<'parking'>> {
  input: Input<'parking', M>
  caller: Caller
  estate: SetEstate
  now: Date
}

const triesOfRace = 4

/** A move on one registration: caller and registration side by side, one decision, one conditional write. */
export const moveRegistration = <M extends Move>(
  move: M,
  decide: (registration: Registration, given: Given<M>) => Change | Promise<Change>,
) =>
  action<'parking', M, Registration | null>('parking', move, {
    // Every move's input names its registration; generic over M, the compiler does not see it.
    load: input => registrations.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, requestKey }) {
      let registration = loaded
      for (let tries = 0; tries < triesOfRace; tries++) {
        if (registration === null || !maySee(registration, caller)) throw forbidden()
        const estate = await estateOf(registration.estateId)
        const view = (shown: Registration) =>
          viewRegistration(shown, caller, now, estate.settings.parking) as Output<'parking', M>
        if (registration.marks.some(mark => mark.key === requestKey)) return view(registration)
        refuseUnless(move, registration, { caller, now, estate })
        const change = await decide(registration, { input, caller, estate, now })
        const after = writtenRegistration(registration, change, {
          estate,
          by: caller.openid,
          now,
          mark: { key: requestKey, action: move },
        })
        if (await commit(registrations, registration, after)) {
          if (isOfDesk(move))
            await audit(requestKey, now, {
              estateId: after.estateId,
              by: caller.openid,
              did: `parking.${move}`,
              record: after._id,
            })
          return view(after)
        }
        const stands = await registrations.byId(registration._id)
        // Nothing else has changed it: what it was to get has been given to another.
        if (stands?.rev === registration.rev)
          throw new Refusal('CONFLICT', {
            words: words(
              '这个车位刚刚分给了别人，请另选',
              'This space has just been given; please choose another',
            ),
          })
        registration = stands
      }
      throw new Refusal('CONFLICT')
    },
  })

function refuseUnless(
  move: Move,
  registration: Registration,
  { caller, now, estate }: { caller: Caller; now: Date; estate: SetEstate },
): void {
  const verdict = checkMove(move, registration, caller, now, estate.settings.parking)
  if (verdict === 'may') return
  if (verdict === 'notTheirs') throw forbidden()
  const days = estate.settings.parking.remindDays
  if (move === 'renew' && stateOf(registration, now) === 'active') {
    throw new Refusal('CONFLICT', {
      words: words('到期前 {days} 天起可以续期', 'It can be renewed from {days} days before its end'),
      values: { days },
    })
  }
  const state = stateWords[stateOf(registration, now)]
  throw new Refusal('CONFLICT', {
    words: words(
      `登记现在是“${state['zh-CN']}”，不能这样操作`,
      `It is "${state.en}" now; this is not possible`,
    ),
  })
}
