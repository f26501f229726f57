import type { Audience, OutboxMessage, OutboxRecord } from '@domain/notice/outbox'
import type { Outbox } from '../_kit/outbox'
import { houseKey, persons, postKey, type Person } from '../_kit/records'
import { op } from '../_kit/store'
import { putInInbox } from './inbox'
import { notify } from './notify'
import { startPush } from './start-push'

/** People who are notified directly; a message to more goes out in the background, portion by portion. */
const mostAtOnce = 40

/**
 * Delivers the messages of a record and removes them from its outbox. Idempotent: nobody gets a message
 * twice.
 * @returns how many people got a message
 */
export async function deliver(outbox: Outbox, record: OutboxRecord): Promise<number> {
  const { records } = outbox
  await outbox.afterWrite?.(record)
  let delivered = 0
  for (const message of record.outbox) {
    delivered += await deliverMessage(message, record.estateId)
    await records.change({ _id: record._id }, { outbox: op.pull({ id: message.id }) })
  }
  // A record that was written meanwhile has another after-write to run: it stays due.
  await records.change(
    {
      _id: record._id,
      rev: record.rev,
      outboxDue: true,
      outbox: [],
      ...(record.size === undefined ? {} : { size: record.size }),
    },
    { outboxDue: false },
  )
  return delivered
}

/** @returns how many people got the message now; those of a push get it in the background */
async function deliverMessage(message: OutboxMessage, estateId: string): Promise<number> {
  const recipients = await readRecipients(message, estateId)
  if (recipients.length > mostAtOnce) {
    const openids = recipients.map(({ _id }) => _id)
    await startPush(message, estateId, { target: { openids }, personal: true })
    return 0
  }
  let delivered = 0
  for (const person of recipients) if (await deliverTo(person, message, estateId)) delivered++
  return delivered
}

async function readRecipients({ to, except }: OutboxMessage, estateId: string): Promise<Person[]> {
  const found = await readAudience(to, estateId)
  return found.filter(person => person._id !== except)
}

async function readAudience(to: Audience, estateId: string): Promise<Person[]> {
  if ('post' in to) return persons.findAll({ postKeys: postKey(estateId, to.post) })
  if ('house' in to) return persons.find({ houseKeys: houseKey(estateId, to.house) })
  return to.openids.length === 0 ? [] : persons.byIds(to.openids)
}

/**
 * Puts the message into the inbox, then notifies in WeChat; false when the person had the message already.
 */
async function deliverTo(person: Person, message: OutboxMessage, estateId: string): Promise<boolean> {
  const added = await putInInbox(person, message, estateId)
  if (added) await notify(person, message, estateId)
  return added
}
