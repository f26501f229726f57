import type { OutboxMessage } from '@domain/notice/outbox'
import { messageText } from '@domain/notice/render-message'
import type { Person } from '../_kit/records'
import { copyId } from './inbox'
import { readQuietEnds } from './read-quiet-hours'
import { deferredNotifications } from './records'
import { acceptsLeft, sendOnce, takeAccepts } from './subscribe'

/**
 * Notifies a person in WeChat, if they have accepted messages of this purpose. In the quiet hours of their
 * house the notification is deferred, unless it is urgent.
 */
export async function notify(person: Person, message: OutboxMessage, estateId: string): Promise<void> {
  const { purpose, urgent } = messageText(message.kind)
  if (purpose === undefined || acceptsLeft(person, purpose) < 1) return
  const mark = copyId(message, person._id)
  const now = new Date()
  const until = urgent ? undefined : (await readQuietEnds([person], estateId, now)).get(person._id)
  if (until !== undefined) {
    await deferredNotifications.add({
      _id: mark,
      estateId,
      at: now.toISOString(),
      dueAt: until.toISOString(),
      personId: person._id,
      message,
    })
    return
  }
  const taken = (await takeAccepts([person._id], purpose, mark)).get(person._id)
  if (taken?.marks.includes(mark)) await sendOnce(taken, message, { purpose, estateId, mark })
}
