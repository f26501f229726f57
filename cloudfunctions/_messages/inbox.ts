import { sortKey } from '@domain/kernel/paging'
import type { OutboxMessage } from '@domain/notice/outbox'
import { persons, type Person } from '../_kit/records'
import { messages } from './records'

/** One person's copy of a message: its id, and the mark of its knock. */
export const copyId = (message: Pick<OutboxMessage, 'id'>, personId: string): string =>
  `${message.id}-${personId}`.slice(0, 64)

/**
 * Puts a message into a person's inbox; false when it was there already. The count of the unread is brought
 * into line either way.
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
