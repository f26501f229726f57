import { sortKey } from '@domain/kernel/paging'
import type { OutboxMessage } from '@domain/notice/outbox'
import { persons, type Person } from '../_kit/records'
import { messages } from './records'

/** The id of one person's copy of a message; also the mark of its notification. */
export const copyId = (message: Pick<OutboxMessage, 'id'>, personId: string): string =>
  `${message.id}-${personId}`.slice(0, 64)

/**
 * Puts a message into a person's inbox, and corrects the person's unread count.
 * @returns false when the message was there already
 */
export async function putInInbox(person: Person, message: OutboxMessage, estateId: string): Promise<boolean> {
  const added = await messages.add({
    _id: copyId(message, person._id),
    estateId,
    to: person._id,
    key: sortKey(new Date(message.at), message.id),
    at: message.at,
    read: false,
    kind: message.kind,
    values: message.values,
    link: message.link,
  })
  const unread = (await messages.find({ to: person._id, read: false }, { limit: 100 })).length
  if (unread !== person.unread) await persons.change({ _id: person._id }, { unread })
  return added
}
