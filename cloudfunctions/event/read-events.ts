import type { Input } from '@domain/contract'
import type { EventCard } from '@domain/event/contract'
import type { EstateEvent } from '@domain/event/event'
import { seatsOf } from '@domain/event/seats'
import { maySeeEvent, runsEvents } from '@domain/event/states'
import { viewEvent, viewEventCard } from '@domain/event/view'
import { forbidden, invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { Caller } from '@domain/kernel/people'
import { action } from '../_kit/serve'
import { readFileUrls, op, type Condition, type Where } from '../_kit/store'
import { listGroups } from '../_messages/audience'
import { events } from '../_services/event/records'
import { ticketOf } from '../_services/event/ticket'

/** One event with its photos, and the reader's ticket when they have a seat. */
export const getEvent = action('event', 'get', {
  load: async ({ id, scene }) => {
    if ((id === undefined) === (scene === undefined))
      throw invalid('id', '缺少活动编号', 'The event id is missing')
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

/** One indexed query: upcoming events by their end; past events and the caller's own, latest first. */
export const listEvents = action('event', 'list', {
  async run({ input: { when, cursor, limit = 20 }, caller, now }) {
    const whenKey = rangeOf(when, cursor, now.toISOString())
    const found = await events.find(
      { ...whereOf(when, caller), whenKey },
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
    // `people` keeps a person who has withdrawn: the event is left out of their own list.
    const items = when === 'mine' ? page.items.filter(({ mine }) => mine !== null) : page.items
    return { items: await withCovers(items), next: page.next }
  },
})

type When = Input<'event', 'list'>['when']

/** The range of `whenKey` that a page reads; '~' is greater than every key. */
function rangeOf(when: When, cursor: string | undefined, at: string): Condition {
  switch (when) {
    case 'upcoming':
      return op.gt(cursor ?? at)
    case 'past':
      return op.lt(cursor ?? at)
    case 'mine':
      return op.lt(cursor ?? '~')
  }
}

function whereOf(when: When, caller: Caller): Where<EstateEvent> {
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
