import { onAlarm } from '@domain/event/decisions'
import { events } from '../_kit/event-records'
import { commitEvent } from '../_kit/event-write'
import { op } from '../_kit/store'
import { portion, type Duty } from './duty'

/** Held seats that nobody confirmed pass on; those who have a seat are reminded, and asked how it was. */
export const watchEvents: Duty = async now => {
  let eventsMoved = 0
  for (const event of await events.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )) {
    if (await commitEvent(event, onAlarm(event, now), { by: '', now, mark: null })) eventsMoved++
  }
  return { eventsMoved }
}
