import { Refusal } from '@domain/kernel/failure'
import type { Mark, OutboxRecord } from '@domain/notice/outbox'
import { isRepeated } from './repetition'
import { op, type Collection, type Patch, type Where } from './store'
import { wakeCourier } from './wake-courier'

/** A collection whose records carry messages, and what follows each write to one of them. */
export interface Outbox {
  records: Collection<OutboxRecord>
  /**
   * Work in the background after a record has changed, besides notifying people: run by the courier, or by
   * the
   * timer where the courier was not reached. Idempotent: it runs again after a fault.
   */
  afterWrite?(record: OutboxRecord): Promise<void>
}

/** Adds a record that may carry messages; false when its id, or a unique field, is taken. */
export async function addRecord<T extends OutboxRecord>(
  collection: Collection<T>,
  record: T,
): Promise<boolean> {
  const added = await collection.add(record)
  if (added && record.outboxDue) wakeCourier(collection.name, record._id)
  return added
}

/**
 * Adds a record whose id stands for the request that makes it; answers the record that is there when the
 * request
 * was sent before.
 * @throws Refusal INVALID_INPUT on `requestId` when another request made it, UNAVAILABLE when the id is not
 * taken
 * but a unique field is
 */
export async function addOnce<T extends OutboxRecord>(
  collection: Collection<T>,
  record: T,
  request: Mark,
): Promise<T> {
  if (await addRecord(collection, record)) return record
  const made = await collection.byId(record._id)
  if (made === null) throw new Refusal('UNAVAILABLE')
  isRepeated(made.marks, request)
  return made
}

/**
 * One conditional write of what differs: it holds against the version it was decided on, or not at all.
 * New messages wake the courier; so does `more.outboxDue`, where the after-write has work without a message.
 * @param more what is added to the record rather than set, such as a line of its log
 * @returns false when the record has another version by now, or a unique field is taken
 */
export async function commit<T extends OutboxRecord>(
  collection: Collection<T>,
  before: T,
  after: T,
  more: Patch<T> = {},
): Promise<boolean> {
  const fresh = after.outbox.slice(before.outbox.length)
  const changed = Object.entries(after).filter(
    ([key, value]) => key !== 'outbox' && !(key in more) && before[key as keyof T] !== value,
  )
  const held = await collection.change(
    // The compiler does not see that a generic record has the fields of an outbox record.
    { _id: before._id, rev: before.rev } as Where<T>,
    {
      ...Object.fromEntries(changed),
      // Due whatever `before` says: the courier may have emptied the outbox since, without a new version.
      ...(fresh.length ? { outbox: op.push({ each: fresh }), outboxDue: true } : {}),
      ...more,
    },
  )
  if (held && (fresh.length > 0 || 'outboxDue' in more)) wakeCourier(collection.name, before._id)
  return held
}
