import { onAlarm } from '@domain/event/decisions'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { events } from './records'
import { commitEvent } from './write'

/**
 * Timer task: passes on held seats that were not confirmed, reminds participants of the event, and asks them
 * for a rating afterwards.
 */
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
