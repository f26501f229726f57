import type { CarrierName } from '@domain/clock/contract'
import type { Carrier, Letter } from '@domain/notice/letter'
import { carriers } from './carriers'
import { errands } from './errands'
import { putInInbox } from './inbox'
import { knock } from './knock'
import { startPush } from './push-start'
import { houseKey, persons, postKey, type Person } from './records'
import { op } from './store'

/** More people than these are told in the background, portion by portion. */
const mostAtOnce = 40

/** Delivers what rides on a record, and takes it off. Doing it twice tells nobody twice. */
export async function deliver(carrier: CarrierName, record: Carrier): Promise<number> {
  const collection = carriers[carrier]
  await errands[carrier]?.(record)
  let told = 0
  for (const letter of record.outbox) {
    if ('openids' in letter.to && letter.to.openids.length > mostAtOnce)
      await startPush(letter, record.estateId, { target: letter.to, personal: true })
    else
      for (const person of await recipientsOf(letter, record.estateId))
        if (await tell(person, letter, record.estateId)) told++
    await collection.change({ _id: record._id }, { outbox: op.pull({ id: letter.id }) })
  }
  // Something appended meanwhile has its own errand to be run.
  await collection.change(
    {
      _id: record._id,
      outboxDue: true,
      outbox: [],
      ...(record.size === undefined ? {} : { size: record.size }),
    },
    { outboxDue: false },
  )
  return told
}

async function recipientsOf({ to, except }: Letter, estateId: string): Promise<Person[]> {
  const found =
    'post' in to
      ? await persons.find({ postKeys: postKey(estateId, to.post) })
      : 'house' in to
        ? await persons.find({ houseKeys: houseKey(estateId, to.house) })
        : to.openids.length === 0
          ? []
          : await persons.byIds(to.openids)
  return found.filter(person => person._id !== except)
}

/** The inbox first, then the knock on the door; false when this person had it already. */
export async function tell(person: Person, letter: Letter, estateId: string): Promise<boolean> {
  const added = await putInInbox(person, letter, estateId)
  if (added) await knock(person, letter, estateId)
  return added
}
