import type { Input, Output } from '@domain/contract'
import * as decisions from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import type { Action } from '@domain/event/kinds'
import { seatsOf } from '@domain/event/seats'
import { actionsFor } from '@domain/event/states'
import { statusOf } from '@domain/event/times'
import { viewEvent } from '@domain/event/view'
import { statusWords } from '@domain/event/wording'
import { Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { move } from '../_kit/move'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { resolveAudience } from '../_messages/audience'
import { events } from '../_services/event/records'
import { nextEvent } from '../_services/event/write'
import { textsOf } from './texts'

type Move = 'update' | 'release' | 'cancel'
interface Given<M extends Move> {
  input: Input<'event', M>
  caller: Caller
  now: Date
  request: string
}

/**
 * The desk's moves: caller and event are read in parallel, then one pure decision, one conditional write.
 */
const moveEvent = <M extends Move>(
  name: M,
  decide: (event: EstateEvent, given: Given<M>) => decisions.EventChange | Promise<decisions.EventChange>,
) =>
  action<'event', M, EstateEvent | null>('event', name, {
    // Every move's input names its event; for a generic M the compiler cannot know.
    load: input => events.byId((input as { id: string }).id),
    run: ({ input, caller, loaded, now, requestKey, request }) =>
      move(
        loaded,
        { request, now },
        {
          records: events,
          isVisible: event => event.estateId === caller.estateId,
          judge: event => refuseUnlessMay(name, event, caller, now),
          next: async event =>
            nextEvent(event, await decide(event, { input, caller, now, request: requestKey }), {
              by: caller.openid,
              now,
              mark: request,
            }),
          // Every move of the contract answers with the event; for a generic M the compiler cannot know.
          view: event => viewEvent(event, caller, now) as Output<'event', M>,
        },
      ),
  })

/** @throws Refusal CONFLICT that names the event's state when the state does not allow the action */
export function refuseUnlessMay(name: Action, event: EstateEvent, caller: Caller, now: Date): void {
  const seats = seatsOf(event.log)
  if (actionsFor(event, seats, caller, now).includes(name)) return
  const state = statusWords[statusOf(event, seats, now)]
  throw new Refusal('CONFLICT', {
    words: words(
      `活动现在是“${state['zh-CN']}”，不能这样操作`,
      `The event is "${state.en}" now; this is not possible`,
    ),
  })
}

export const updateEvent = moveEvent('update', async (event, { input, caller, now, request }) => {
  await refuseUnsafe(caller.openid, ...textsOf(input))
  return decisions.update(
    event,
    input,
    input.audience ? await resolveAudience(event.estateId, input.audience) : null,
    { now, request },
  )
})
export const releaseEvent = moveEvent('release', (event, { now }) => decisions.release(event, now))
export const cancelEvent = moveEvent('cancel', async (event, { input, caller }) => {
  await refuseUnsafe(caller.openid, input.reason)
  return decisions.cancel(event, input.reason)
})
