import type { Caller } from '../kernel/people'
import { commentsOf } from './compact'
import type { EventCard, EventView } from './contract'
import type { EstateEvent } from './event'
import { positionOf, seatsOf, type Place, type Seats } from './seats'
import { actionsFor, runsEvents, seatFigures } from './states'
import { statusOf } from './times'

const viewMine = (place: Place, seats: Seats): NonNullable<EventCard['mine']> => ({
  state: place.state,
  party: place.party,
  position: positionOf(seats, place.who),
  heldUntil: place.heldUntil,
  ticket: null,
  checkedInAt: place.checkedInAt,
  stars: place.stars,
})

/** An event as a list shows it; the caller adds picture addresses and the ticket. */
export function viewEventCard(
  event: EstateEvent,
  caller: Caller,
  now: Date,
  seats = seatsOf(event.log),
): EventCard {
  const place = seats.places.get(caller.openid)
  const { left, waiting, rating } = seatFigures(seats)
  const coverShown = event.cover !== null && (runsEvents(caller) || !event.unchecked.includes(event.cover))
  return {
    id: event._id,
    no: event.no,
    status: statusOf(event, seats, now),
    title: event.title[caller.lang],
    body: event.body[caller.lang],
    place: event.place[caller.lang],
    location: event.location,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    signUpUntil: seats.until,
    capacity: seats.capacity,
    left,
    waiting,
    perHouse: seats.perHouse,
    partyMost: event.partyMost,
    cover: coverShown ? { fileID: event.cover ?? '', url: '' } : null,
    mine: place ? viewMine(place, seats) : null,
    rating,
    reason: event.reason,
    actions: actionsFor(event, seats, caller, now),
  }
}

const english = (text: { 'zh-CN': string; en: string }): string | null =>
  text.en === text['zh-CN'] ? null : text.en

export function viewEvent(event: EstateEvent, caller: Caller, now: Date): EventView {
  const seats = seatsOf(event.log)
  const { title, body, place, audience, photos, unchecked } = event
  const { confirmed, came } = seatFigures(seats)
  return {
    ...viewEventCard(event, caller, now, seats),
    photos: photos.filter(photo => runsEvents(caller) || !unchecked.includes(photo)),
    pictures: {},
    desk: runsEvents(caller)
      ? {
          title: title['zh-CN'],
          titleEn: english(title),
          body: body['zh-CN'],
          bodyEn: english(body),
          place: place['zh-CN'],
          placeEn: english(place),
          audience,
          confirmed,
          came,
          comments: commentsOf(event.log).map(({ comment }) => comment),
        }
      : null,
  }
}
