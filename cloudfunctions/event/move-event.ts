import * as decisions from '@domain/event/decisions'
import type { EventChange } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import type { Action } from '@domain/event/kinds'
import { seatsOf } from '@domain/event/seats'
import { actionsFor } from '@domain/event/states'
import { viewEvent } from '@domain/event/view'
import { statusWords } from '@domain/event/wording'
import { statusOf } from '@domain/event/times'
import type { Input } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { groupsFor } from '../_messages/audience'
import { events } from '../_services/event/records'
import { commitEvent } from '../_services/event/write'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { textsOf } from './texts'

type Move = 'update' | 'release' | 'cancel'
interface Given<M extends Move> {
  input: Input<'event', M>
  caller: Caller
  now: Date
  request: string
}

/** The desk's moves: the event beside the caller, one pure decision, one conditional write. */
const moveEvent = <M extends Move>(
  move: M,
  decide: (event: EstateEvent, given: Given<M>) => EventChange | Promise<EventChange>,
) =>
  action<'event', M, EstateEvent | null>('event', move, {
    load: input => events.byId((input as { id: string }).id),
    async run({ input, caller, loaded, now, requestKey }) {
      let event = loaded
      for (let tries = 0; tries < 3; tries++) {
        if (event === null || event.estateId !== caller.estateId) throw forbidden()
        if (event.marks.some(({ key }) => key === requestKey)) return viewEvent(event, caller, now) as never
        refuseUnlessMay(move, event, caller, now)
        const change = await decide(event, { input, caller, now, request: requestKey })
        const after = await commitEvent(event, change, {
          by: caller.openid,
          now,
          mark: { key: requestKey, action: move },
        })
        if (after !== null) return viewEvent(after, caller, now) as never
        event = await events.byId(event._id)
      }
      throw new Refusal('CONFLICT')
    },
  })

/** @throws Refusal CONFLICT that names the state, where the desk may not do that now */
export function refuseUnlessMay(move: Action, event: EstateEvent, caller: Caller, now: Date): void {
  const seats = seatsOf(event.log)
  if (actionsFor(event, seats, caller, now).includes(move)) return
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
    input.audience ? await groupsFor(event.estateId, input.audience) : null,
    { now, request },
  )
})
export const releaseEvent = moveEvent('release', (event, { now }) => decisions.release(event, now))
export const cancelEvent = moveEvent('cancel', async (event, { input, caller }) => {
  await refuseUnsafe(caller.openid, input.reason)
  return decisions.cancel(event, input.reason)
})
