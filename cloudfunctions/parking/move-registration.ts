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
import { readEstate, type SetEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { registrations } from '../_services/parking/records'
import { nextRegistration } from '../_services/parking/write'

interface Given<M extends ActionName<'parking'>> {
  input: Input<'parking', M>
  caller: Caller
  estate: SetEstate
  now: Date
}

/**
 * A move on one registration: caller and registration are read in parallel, then one decision, one
 * conditional write.
 */
export const moveRegistration = <M extends Move>(
  name: M,
  decide: (registration: Registration, given: Given<M>) => Change | Promise<Change>,
) =>
  action<'parking', M, Registration | null>('parking', name, {
    // Every move's input names its registration; for a generic M the compiler cannot know.
    load: input => registrations.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, request }) {
      if (loaded === null || !maySee(loaded, caller)) throw forbidden()
      const estate = await readEstate(loaded.estateId)
      return move(
        loaded,
        { request, now },
        {
          records: registrations,
          isVisible: registration => maySee(registration, caller),
          judge: registration => refuseUnless(name, registration, { caller, now, estate }),
          async next(registration) {
            const change = await decide(registration, { input, caller, estate, now })
            const written = { estate, by: caller.openid, now, mark: request }
            return { after: nextRegistration(registration, change, written) }
          },
          // Every move of the contract answers with the registration; for a generic M the compiler cannot
          // know.
          view: registration =>
            viewRegistration(registration, caller, { now, settings: estate.settings.parking }) as Output<
              'parking',
              M
            >,
          ...(isOfDesk(name) ? { audited: { did: `parking.${name}`, by: caller.openid } } : {}),
          taken,
        },
      )
    },
  })

const taken = new Refusal('CONFLICT', {
  words: words(
    '这个车位或车牌刚刚给了别人，请刷新后再试',
    'This space or plate has just been given to another household. Please refresh and try again.',
  ),
})

function refuseUnless(
  name: Move,
  registration: Registration,
  { caller, now, estate }: { caller: Caller; now: Date; estate: SetEstate },
): void {
  const verdict = checkMove(name, registration, caller, { now, settings: estate.settings.parking })
  if (verdict === 'may') return
  if (verdict === 'notTheirs') throw forbidden()
  const days = estate.settings.parking.remindDays
  if (name === 'renew' && stateOf(registration, now) === 'active') {
    throw new Refusal('CONFLICT', {
      words: words('到期前 {days} 天起可以续期', 'It can be renewed from {days} days before its end'),
      values: { days },
    })
  }
  const state = stateWords[stateOf(registration, now)]
  throw new Refusal('CONFLICT', {
    words: words(
      `登记现在是“${state['zh-CN']}”，不能这样操作`,
      `The registration is "${state.en}" now; this is not possible`,
    ),
  })
}
