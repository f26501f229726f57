import type { RosterLine } from '@domain/event/contract'
import type { EstateEvent } from '@domain/event/event'
import { positionOf, seatsOf, type Place, type Seats } from '@domain/event/seats'
import { persons } from '../_kit/records'
import { ticketOf } from '../_services/event/ticket'

/** Participants with a seat first, then the waiting list; each in the order of signing up. */
export function rosterOf({ log }: EstateEvent): { seats: Seats; places: Place[] } {
  const seats = seatsOf(log)
  const rank = ({ state }: Place): number => (state === 'waiting' ? 1 : 0)
  return { seats, places: [...seats.places.values()].sort((a, b) => rank(a) - rank(b) || a.since - b.since) }
}

/** The roster's lines. Names are read from the persons, so that an erased person has none here. */
export async function linesOf(
  event: EstateEvent,
  places: readonly Place[],
  seats: Seats,
): Promise<RosterLine[]> {
  const people = places.length > 0 ? await persons.byIds(places.map(({ who }) => who)) : []
  const names = new Map(people.map(person => [person._id, person.name]))
  return places.map(place => ({
    no: place.since,
    name: names.get(place.who) ?? '',
    house: place.code,
    party: place.party,
    state: place.state,
    position: positionOf(seats, place.who),
    heldUntil: place.heldUntil,
    checkedInAt: place.checkedInAt,
    code: place.state === 'confirmed' ? ticketOf(event._id, place.since, place.who) : null,
  }))
}
