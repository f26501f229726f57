import { persons } from '../_kit/records'
import { op } from '../_kit/store'
import { portion, type TimerTask } from '../_kit/timer-task'
import { notify } from './notify'
import { deferredNotifications } from './records'

/**
 * Sends the notifications that waited for the end of quiet hours. Each is removed first, so that none is sent
 * twice: a crash loses a notification, but the inbox has the message.
 */
export const notifyAfterQuietHours: TimerTask = async now => {
  let notified = 0
  for (const waiting of await deferredNotifications.find(
    { dueAt: op.lte(now.toISOString()) },
    { orderBy: ['dueAt', 'asc'], limit: portion },
  )) {
    if ((await deferredNotifications.remove({ _id: waiting._id })) === 0) continue
    const person = await persons.byId(waiting.personId)
    if (person) await notify(person, waiting.message, waiting.estateId)
    notified++
  }
  return { notified }
}
