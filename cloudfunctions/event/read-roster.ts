import { forbidden } from '@domain/kernel/failure'
import { action } from '../_kit/serve'
import { events } from '../_services/event/records'
import { linesOf, rosterOf } from './roster'

/** The participants. The cursor is a line number: lines follow the order of the log, which only grows. */
export const readRoster = action('event', 'roster', {
  load: ({ id }) => events.byId(id),
  async run({ input: { cursor, limit = 20 }, caller, loaded: event }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    const from = Math.max(0, Math.floor(Number(cursor ?? 0)) || 0)
    const { seats, places } = rosterOf(event)
    const items = await linesOf(event, places.slice(from, from + limit), seats)
    return { items, next: from + limit < places.length ? String(from + limit) : null }
  },
})
