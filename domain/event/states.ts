import { hasPost, isResident, type Caller } from '../kernel/people'
import type { EstateEvent } from './event'
import type { Action, Status } from './kinds'
import { mayRate, seatsLeft, type Seats } from './seats'
import { checkInTimes, statusOf } from './times'

/** Those who run events. */
export const runsEvents = (caller: Caller): boolean => hasPost(caller, 'butler', 'manager')

/** The desk sees every event of its estate; everybody else those for their groups, and those that they have once signed up for. */
export const maySeeEvent = (event: EstateEvent, caller: Caller, groups: readonly string[]): boolean =>
  event.estateId === caller.estateId &&
  (runsEvents(caller) ||
    event.to.some(group => groups.includes(group)) ||
    event.people.includes(caller.openid))

/** The life of an event as data: who may do what in which state. */
const deskActions: Record<Status, readonly Action[]> = {
  draft: ['update', 'release', 'cancel'],
  open: ['update', 'push', 'roster', 'checkIn', 'cancel', 'again'],
  closed: ['update', 'push', 'roster', 'checkIn', 'cancel', 'again'],
  done: ['roster', 'checkIn', 'addPhotos', 'again'],
  cancelled: ['roster', 'again'],
}

/** What the reader may do now. */
export function actionsFor(event: EstateEvent, seats: Seats, caller: Caller, now: Date): Action[] {
  const status = statusOf(event, seats, now)
  const place = seats.places.get(caller.openid)
  const resident: Action[] = []
  if (isResident(caller)) {
    if (status === 'open' && !place) resident.push('signUp')
    if ((status === 'open' || status === 'closed') && place && place.checkedInAt === null)
      resident.push('withdraw')
    if (place?.heldUntil && place.heldUntil > now.toISOString() && (status === 'open' || status === 'closed'))
      resident.push('confirmHold')
    if (status === 'done' && place && mayRate(seats, place) && place.stars === null) resident.push('rate')
  }
  const desk = runsEvents(caller) && event.estateId === caller.estateId ? deskActions[status] : []
  return [...resident, ...desk.filter(each => each !== 'checkIn' || checksInAt(event, now))]
}

const checksInAt = (event: EstateEvent, now: Date): boolean => {
  const { from, until } = checkInTimes(event)
  return from <= now.toISOString() && now.toISOString() < until
}

export const seatFigures = (seats: Seats) => {
  const places = [...seats.places.values()]
  const people = (wanted: (place: (typeof places)[number]) => boolean): number =>
    places.filter(wanted).reduce((all, { party }) => all + party, 0)
  const rated = places.flatMap(({ stars }) => stars ?? [])
  return {
    left: seatsLeft(seats),
    waiting: people(({ state }) => state === 'waiting'),
    confirmed: people(({ state }) => state === 'confirmed'),
    came: people(({ checkedInAt }) => checkedInAt !== null),
    rating: rated.length
      ? {
          stars: Math.round((10 * rated.reduce((all, n) => all + n, 0)) / rated.length) / 10,
          count: rated.length,
        }
      : null,
  }
}
