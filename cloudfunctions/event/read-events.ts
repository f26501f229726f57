import type { EventCard } from '@domain/event/contract'
import type { EstateEvent } from '@domain/event/event'
import { seatsOf } from '@domain/event/seats'
import { maySeeEvent, runsEvents } from '@domain/event/states'
import { viewEvent, viewEventCard } from '@domain/event/view'
import { forbidden, invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { Caller } from '@domain/kernel/people'
import { action } from '../_kit/serve'
import { addressesOf, op, type Where } from '../_kit/store'
import { groupsOf } from '../_messages/audience'
import { events } from '../_services/event/records'
import { ticketOf } from '../_services/event/ticket'

/** One event with its pictures, and the reader's ticket where they have a seat. */
export const getEvent = action('event', 'get', {
  load: async ({ id, scene }) => {
    if ((id === undefined) === (scene === undefined)) throw invalid('id', '缺少活动编号', 'Say which event')
    return id !== undefined
      ? events.byId(id)
      : ((await events.find({ scene: scene ?? '' }, { limit: 1 }))[0] ?? null)
  },
  async run({ caller, loaded: event, now }) {
    if (event === null || !maySeeEvent(event, caller, listGroups(caller))) throw forbidden()
    const view = viewEvent(event, caller, now)
    const addresses = await readFileUrls([...view.photos, ...(view.cover ? [view.cover.fileID] : [])])
    const place = seatsOf(event.log).places.get(caller.openid)
    const ticket = place?.state === 'confirmed' ? ticketOf(event._id, place.since, place.who) : null
    return {
      ...view,
      pictures: addresses,
      cover: view.cover && { ...view.cover, url: addresses[view.cover.fileID] ?? '' },
      mine: view.mine && { ...view.mine, ticket },
    }
  },
})

/** One indexed query: what is to come by when it ends, what is over or one's own the latest first. */
export const listEvents = action('event', 'list', {
  async run({ input: { when, cursor, limit = 20 }, caller, now }) {
    const at = now.toISOString()
    const whenKey =
      when === 'upcoming' ? op.gt(cursor ?? at) : when === 'past' ? op.lt(cursor ?? at) : op.lt(cursor ?? '~')
    const found = await events.find(
      { ...whose(when, caller), whenKey },
      {
        orderBy: ['whenKey', when === 'upcoming' ? 'asc' : 'desc'],
        limit: limit + 1,
        leaveOut: ['outbox', 'marks', 'people', 'groups'],
      },
    )
    const page = toPage(
      found.map(event => ({ ...event, people: [] })),
      limit,
      event => event.whenKey,
      event => viewEventCard(event, caller, now),
    )
    // Whoever withdrew is still found by their name, and has no place in it any more.
    const items = when === 'mine' ? page.items.filter(({ mine }) => mine !== null) : page.items
    return { items: await withCovers(items), next: page.next }
  },
})

function whose(when: 'upcoming' | 'past' | 'mine', caller: Caller): Where<EstateEvent> {
  if (when === 'mine') return { estateId: caller.estateId ?? '', people: caller.openid }
  return runsEvents(caller) ? { estateId: caller.estateId ?? '' } : { to: op.in(listGroups(caller)) }
}

async function withCovers(cards: EventCard[]): Promise<EventCard[]> {
  const addresses = await readFileUrls(cards.flatMap(({ cover }) => (cover ? [cover.fileID] : [])))
  return cards.map(card => ({
    ...card,
    cover: card.cover && { ...card.cover, url: addresses[card.cover.fileID] ?? '' },
  }))
}
