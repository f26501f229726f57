import type { EstateEvent } from '@domain/event/event'
import { outcomeWords } from '@domain/event/refusals'
import { positionOf, seatsOf, type Outcome, type Seats } from '@domain/event/seats'
import { maySeeEvent } from '@domain/event/states'
import { statusOf } from '@domain/event/times'
import { viewEvent } from '@domain/event/view'
import { statusWords } from '@domain/event/wording'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { isResident, type Caller, type Membership } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { wakeCourier } from '../_kit/wake-courier'
import { listGroups } from '../_messages/audience'
import { events } from '../_services/event/records'
import { append, outcomeOf } from '../_services/event/append'

/** @throws Refusal FORBIDDEN when the event does not exist for this resident */
function visibleEvent(event: EstateEvent | null, caller: Caller): EstateEvent {
  if (
    event === null ||
    event.status === 'draft' ||
    !isResident(caller) ||
    !maySeeEvent(event, caller, listGroups(caller))
  )
    throw forbidden()
  return event
}

/** @throws Refusal FULL or CONFLICT with the text of the outcome, unless it is `done` */
export function refuse(outcome: Outcome): void {
  if (outcome !== 'done')
    throw new Refusal(outcome === 'houseFull' ? 'FULL' : 'CONFLICT', { words: outcomeWords[outcome] })
}

/** @throws Refusal CONFLICT when the event is cancelled or over */
function refuseUnlessGoing(event: EstateEvent, seats: Seats, now: Date): void {
  const status = statusOf(event, seats, now)
  if (status === 'cancelled' || status === 'done')
    throw new Refusal('CONFLICT', {
      words: words(`活动${statusWords[status]['zh-CN']}`, `The event is "${statusWords[status].en}"`),
    })
}

/**
 * Signs up with one append, however many residents sign up in the same second: the order in which the
 * database takes the entries decides who has a seat. What the record already rules out is refused without a
 * write.
 */
export const signUp = action('event', 'signUp', {
  load: ({ id }) => events.byId(id),
  async run({ input: { party, houseId }, caller, loaded, now, request }) {
    const event = visibleEvent(loaded, caller)
    const before = seatsOf(event.log)
    let after = event
    if (outcomeOf(event, request) === null) {
      refuseUnlessGoing(event, before, now)
      if (party > event.partyMost)
        throw invalid(
          'party',
          `每次最多 ${String(event.partyMost)} 人`,
          `At most ${String(event.partyMost)} people`,
        )
      const house = houseFor(event, caller, houseId)
      const entry = {
        what: 'signUp' as const,
        who: caller.openid,
        house: house.houseId,
        code: house.code,
        party,
        at: now.toISOString(),
        request: request.key,
        input: request.input,
      }
      refuse(seatsOf([...event.log, entry]).outcomes[event.log.length] ?? 'done')
      after = await append(event, entry)
    }
    // The answer is computed as of this request's entry, so that a repetition gets the same answer.
    const answered = outcomeOf(after, request)
    if (answered === null) throw new Refusal('FULL')
    refuse(answered.outcome)
    const then = seatsOf(after.log, answered.at + 1)
    const position = positionOf(then, caller.openid)
    return {
      status: then.places.get(caller.openid)?.state ?? 'confirmed',
      ...(position === null ? {} : { position }),
      event: viewEvent(after, caller, now),
    }
  },
})

/** The house that the caller signs up for: the one they name, else their first. */
function houseFor(event: EstateEvent, caller: Caller, houseId: string | undefined): Membership {
  const house =
    houseId === undefined ? caller.houses[0] : caller.houses.find(each => each.houseId === houseId)
  if (house === undefined || house.estateId !== event.estateId) throw forbidden()
  return house
}

/** A move on the caller's own place: one append, then the answer by its outcome. */
const moveOwnPlace = (what: 'withdraw' | 'confirmHold') =>
  action<'event', 'withdraw' | 'confirmHold', EstateEvent | null>('event', what, {
    load: ({ id }) => events.byId(id),
    async run({ caller, loaded, now, request }) {
      const event = visibleEvent(loaded, caller)
      let after = event
      if (outcomeOf(event, request) === null) {
        refuseUnlessGoing(event, seatsOf(event.log), now)
        const entry = {
          what: what === 'withdraw' ? ('withdraw' as const) : ('confirm' as const),
          who: caller.openid,
          at: now.toISOString(),
          request: request.key,
          input: request.input,
        }
        refuse(seatsOf([...event.log, entry]).outcomes[event.log.length] ?? 'done')
        after = await append(event, entry)
        wakeCourier(events.name, event._id)
      }
      refuse(outcomeOf(after, request)?.outcome ?? 'over')
      return viewEvent(after, caller, now)
    },
  })

export const withdraw = moveOwnPlace('withdraw')
export const confirmHold = moveOwnPlace('confirmHold')

/** Rates an event that is over; once for each participant. */
export const rateEvent = action('event', 'rate', {
  load: ({ id }) => events.byId(id),
  async run({ input: { stars, comment }, caller, loaded, now, request }) {
    const event = visibleEvent(loaded, caller)
    let after = event
    if (outcomeOf(event, request) === null) {
      if (event.endsAt > now.toISOString() || event.status !== 'open')
        throw new Refusal('CONFLICT', {
          words: words('活动结束后才能评价', 'You can rate the event when it is over'),
        })
      const entry = {
        what: 'rate' as const,
        who: caller.openid,
        stars,
        comment: comment ?? null,
        at: now.toISOString(),
        request: request.key,
        input: request.input,
      }
      refuse(seatsOf([...event.log, entry]).outcomes[event.log.length] ?? 'done')
      await refuseUnsafe(caller.openid, comment)
      after = await append(event, entry)
    }
    refuse(outcomeOf(after, request)?.outcome ?? 'over')
    return viewEvent(after, caller, now)
  },
})
