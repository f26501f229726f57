import type { CarrierName } from '@domain/clock/contract'
import { sortKey } from '@domain/kernel/paging'
import type { Carrier, Letter } from '@domain/notice/letter'
import { carriers } from './carriers'
import { errands } from './errands'
import { houseKey, messages, persons, postKey, type Person } from './records'
import { knock } from './knock'
import { op } from './store'

/** Delivers what rides on a record, and takes it off. Doing it twice tells nobody twice. */
export async function deliver(carrier: CarrierName, record: Carrier): Promise<number> {
  const collection = carriers[carrier]
  await errands[carrier]?.(record)
  let told = 0
  for (const letter of record.outbox) {
    for (const person of await recipientsOf(letter, record.estateId)) if (await tell(person, letter, record.estateId)) told++
    await collection.change({ _id: record._id }, { outbox: op.pull({ id: letter.id }) })
  }
  await collection.change({ _id: record._id, outboxDue: true, outbox: [] }, { outboxDue: false })
  return told
}

async function recipientsOf({ to, except }: Letter, estateId: string): Promise<Person[]> {
  const found = 'post' in to ? await persons.find({ postKeys: postKey(estateId, to.post) })
    : 'house' in to ? await persons.find({ houseKeys: houseKey(estateId, to.house) })
      : to.openids.length === 0 ? [] : await persons.byIds(to.openids)
  return found.filter(person => person._id !== except)
}

/** The inbox first, then the knock on the door; false when this person had it already. */
export async function tell(person: Person, letter: Letter, estateId: string): Promise<boolean> {
  const added = await messages.add({
    _id: `${letter.id}-${person._id}`.slice(0, 64), estateId, to: person._id, key: sortKey(new Date(letter.at), letter.id),
    at: letter.at, read: false, kind: letter.kind, values: letter.values, link: letter.link,
  })
  const unread = (await messages.find({ to: person._id, read: false }, { limit: 100 })).length
  if (unread !== person.unread) await persons.change({ _id: person._id }, { unread })
  if (added) await knock(person, letter, estateId)
  return added
}
