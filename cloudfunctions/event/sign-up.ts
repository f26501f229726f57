import { movesOf } from '@domain/event/compact'
import type { EstateEvent } from '@domain/event/event'
import { outcomeWords } from '@domain/event/refusals'
import { seatsOf, type Outcome, type OwnMove, type Seats } from '@domain/event/seats'
import { maySeeEvent } from '@domain/event/states'
import { statusOf } from '@domain/event/times'
import { viewEvent } from '@domain/event/view'
import { statusWords } from '@domain/event/wording'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { mostFor, tooMany } from '@domain/kernel/limits'
import { isResident, type Caller, type Membership } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { readEstate } from '../_kit/estate'
import { houseOf, noteHeldBack } from '../_kit/limits'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { wakeCourier } from '../_kit/wake-courier'
import { listGroups } from '../_messages/audience'
import { events } from '../_services/event/records'
import { appendOwn } from '../_services/event/append'

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

/** @throws Refusal with the outcome that the move would have on the record as it stands */
const refuseIdle = ({ log }: EstateEvent, move: OwnMove): void =>
  refuse(seatsOf([...log, move]).outcomes[log.length] ?? 'done')

/**
 * Signs up with one append, however many residents sign up in the same second: the order in which the
 * database takes the entries decides who has a seat. What the record already rules out is refused without a
 * write.
 */
export const signUp = action('event', 'signUp', {
  load: ({ id }) => events.byId(id),
  async run({ input: { party, houseId }, caller, loaded, now, request }) {
    const found = visibleEvent(loaded, caller)
    const { event, answer } = await appendOwn(found, request, async current => {
      refuseUnlessGoing(current, seatsOf(current.log), now)
      if (party > current.partyMost)
        throw invalid(
          'party',
          `每次最多 ${String(current.partyMost)} 人`,
          `At most ${String(current.partyMost)} people`,
        )
      const house = houseFor(current, caller, houseId)
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
      refuseIdle(current, entry)
      await refuseTooMany(current, caller, house, now)
      return entry
    })
    refuse(answer.outcome)
    // The place as of this request's entry, so that a repetition gets the same answer.
    return {
      status: answer.state ?? 'confirmed',
      ...(answer.position === null ? {} : { position: answer.position }),
      event: viewEvent(event, caller, now),
    }
  },
})

/**
 * @throws Refusal TOO_MANY when the person has signed up as often as the estate allows: the event's log has
 * room for all only as long as it is bounded for each
 */
async function refuseTooMany(
  event: EstateEvent,
  caller: Caller,
  house: Membership,
  now: Date,
): Promise<void> {
  const estate = await readEstate(event.estateId)
  const most = mostFor(caller, estate.settings.limits, 'signUpsPerEvent')
  if (movesOf(event.log, caller.openid).signUps < most) return
  await noteHeldBack({ caller, now }, estate, 'signUpsPerEvent', {
    house: houseOf(caller, house.houseId),
  })
  const untilEnd = Math.ceil((Date.parse(event.endsAt) - now.getTime()) / 1000)
  throw tooMany('signUpsPerEvent', most, Math.max(1, untilEnd))
}

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
      const found = visibleEvent(loaded, caller)
      const { event, answer } = await appendOwn(found, request, current => {
        refuseUnlessGoing(current, seatsOf(current.log), now)
        const entry = {
          what: what === 'withdraw' ? ('withdraw' as const) : ('confirm' as const),
          who: caller.openid,
          at: now.toISOString(),
          request: request.key,
          input: request.input,
        }
        refuseIdle(current, entry)
        return entry
      })
      wakeCourier(events.name, event._id)
      refuse(answer.outcome)
      return viewEvent(event, caller, now)
    },
  })

export const withdraw = moveOwnPlace('withdraw')
export const confirmHold = moveOwnPlace('confirmHold')

/** Rates an event that is over; once for each participant. */
export const rateEvent = action('event', 'rate', {
  load: ({ id }) => events.byId(id),
  async run({ input: { stars, comment }, caller, loaded, now, request }) {
    const found = visibleEvent(loaded, caller)
    const { event, answer } = await appendOwn(found, request, async current => {
      if (current.endsAt > now.toISOString() || current.status !== 'open')
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
      refuseIdle(current, entry)
      await refuseUnsafe(caller.openid, comment)
      return entry
    })
    refuse(answer.outcome)
    return viewEvent(event, caller, now)
  },
})
