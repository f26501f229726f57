import type { Caller } from '@domain/kernel/people'
import { type Person } from '../_kit/records'
import { op } from '../_kit/store'
import { listGroups } from './audience'
import { messages, type StoredMessage } from './records'

/** Older notices never count as unread. */
const newsDays = 30
/** The unread count stops here. */
const mostUnread = 100

const newsSince = (person: Person | null, now: Date): string => {
  const oldest = new Date(now.getTime() - newsDays * 86_400_000).toISOString()
  return person?.noticesReadTo !== undefined && person.noticesReadTo > oldest ? person.noticesReadTo : oldest
}

/**
 * Whether a person has read a row of their inbox. A notice is one row for many people, so what a person has
 * read of them is stored on the person.
 */
export const isRead = (message: StoredMessage, person: Person | null, now: Date): boolean =>
  typeof message.to === 'string'
    ? message.read
    : message.at <= newsSince(person, now) || (person?.noticesRead?.includes(message._id) ?? false)

/** Reads the unread notices of the caller's groups, newest first. */
export async function readUnreadNotices(
  caller: Caller,
  person: Person | null,
  now: Date,
): Promise<StoredMessage[]> {
  const groups = listGroups(caller)
  if (groups.length === 0) return []
  const found = await messages.find(
    { to: op.in(groups), key: op.gt(newsSince(person, now)) },
    { orderBy: ['key', 'desc'], limit: mostUnread },
  )
  return found.filter(message => !isRead(message, person, now))
}
