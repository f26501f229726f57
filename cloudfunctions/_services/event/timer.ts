import { onAlarm } from '@domain/event/decisions'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { events } from './records'
import { commitEvent } from './write'

/** Held seats that nobody confirmed pass on; those who have a seat are reminded, and asked how it was. */
export const watchEvents: TimerTask = async now => {
  let eventsMoved = 0
  for (const event of await events.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )) {
    if (await commitEvent(event, onAlarm(event, now), { by: '', now, mark: null })) eventsMoved++
  }
  return { eventsMoved }
}
