import { sortKey } from '@domain/kernel/paging'
import type { Letter } from '@domain/notice/letter'
import { messages, persons, type Person } from './records'

/** One person's copy of a letter: its id, and the mark of its knock. */
export const copyId = (letter: Pick<Letter, 'id'>, personId: string): string =>
  `${letter.id}-${personId}`.slice(0, 64)

/** Puts a letter into a person's inbox; false when it was there already. The count of the unread is brought into line either way. */
export async function putInInbox(person: Person, letter: Letter, estateId: string): Promise<boolean> {
  const added = await messages.add({
    _id: copyId(letter, person._id),
    estateId,
    to: person._id,
    key: sortKey(new Date(letter.at), letter.id),
    at: letter.at,
    read: false,
    kind: letter.kind,
    values: letter.values,
    link: letter.link,
  })
  const unread = (await messages.find({ to: person._id, read: false }, { limit: 100 })).length
  if (unread !== person.unread) await persons.change({ _id: person._id }, { unread })
  return added
}
