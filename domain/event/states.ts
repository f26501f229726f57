import { hasPost, isResident, type Caller } from '../kernel/people'
import type { EstateEvent } from './event'
import type { Action, Status } from './kinds'
import { mayRate, seatsLeft, type Place, type Seats } from './seats'
import { checkInTimes, statusOf } from './times'

/** Whether the caller runs events. */
export const runsEvents = (caller: Caller): boolean => hasPost(caller, 'butler', 'manager')

/**
 * Whether the caller may see the event: the desk sees all of its estate, others those for their groups and
 * those they have signed up for.
 */
export const maySeeEvent = (event: EstateEvent, caller: Caller, groups: readonly string[]): boolean =>
  event.estateId === caller.estateId &&
  (runsEvents(caller) ||
    event.to.some(group => groups.includes(group)) ||
    event.people.includes(caller.openid))

/** What the desk may do in each state. */
const deskActions: Record<Status, readonly Action[]> = {
  draft: ['update', 'release', 'cancel'],
  open: ['update', 'push', 'roster', 'checkIn', 'cancel', 'again'],
  closed: ['update', 'push', 'roster', 'checkIn', 'cancel', 'again'],
  done: ['roster', 'checkIn', 'addPhotos', 'again'],
  cancelled: ['roster', 'again'],
}

type ResidentAction = Extract<Action, 'signUp' | 'withdraw' | 'confirmHold' | 'rate'>
/** What a resident may do in each state, if their own place allows it. */
const residentActions: Record<Status, readonly ResidentAction[]> = {
  draft: [],
  open: ['signUp', 'withdraw', 'confirmHold'],
  closed: ['withdraw', 'confirmHold'],
  done: ['rate'],
  cancelled: [],
}
const placeAllows: Record<ResidentAction, (place: Place | undefined, seats: Seats, now: Date) => boolean> = {
  signUp: place => place === undefined,
  withdraw: place => place !== undefined && place.checkedInAt === null,
  confirmHold: (place, _, now) => (place?.heldUntil ?? '') > now.toISOString(),
  rate: (place, seats) => place !== undefined && mayRate(seats, place) && place.stars === null,
}

/** The actions that the caller may take now. */
export function actionsFor(event: EstateEvent, seats: Seats, caller: Caller, now: Date): Action[] {
  const status = statusOf(event, seats, now)
  const place = seats.places.get(caller.openid)
  const resident: readonly Action[] = isResident(caller)
    ? residentActions[status].filter(each => placeAllows[each](place, seats, now))
    : []
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
