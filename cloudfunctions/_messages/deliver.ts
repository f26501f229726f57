import type { OutboxRecord, OutboxMessage } from '@domain/notice/outbox'
import type { Outbox } from '../_kit/outbox'
import { houseKey, persons, postKey, type Person } from '../_kit/records'
import { op } from '../_kit/store'
import { putInInbox } from './inbox'
import { notify } from './notify'
import { startPush } from './start-push'

/** More people than these are told in the background, portion by portion. */
const mostAtOnce = 40

/** Delivers what rides on a record, and takes it off. Doing it twice tells nobody twice. */
export async function deliver({ records, afterWrite }: Outbox, record: OutboxRecord): Promise<number> {
  await afterWrite?.(record)
  let told = 0
  for (const message of record.outbox) {
    if ('openids' in message.to && message.to.openids.length > mostAtOnce)
      await startPush(message, record.estateId, { target: message.to, personal: true })
    else
      for (const person of await recipientsOf(message, record.estateId))
        if (await tell(person, message, record.estateId)) told++
    await records.change({ _id: record._id }, { outbox: op.pull({ id: message.id }) })
  }
  // What was appended meanwhile has an after-write of its own to run.
  await records.change(
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

async function recipientsOf({ to, except }: OutboxMessage, estateId: string): Promise<Person[]> {
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
export async function tell(person: Person, message: OutboxMessage, estateId: string): Promise<boolean> {
  const added = await putInInbox(person, message, estateId)
  if (added) await notify(person, message, estateId)
  return added
}
