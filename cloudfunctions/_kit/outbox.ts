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
   * the timer where the courier was not reached. Idempotent: it runs again after a fault.
   */
  afterWrite?(record: OutboxRecord): Promise<void>
}

/**
 * Adds a record that may carry messages, and wakes the courier.
 * @returns false when its id, or a unique field, is taken
 */
export async function addRecord<T extends OutboxRecord>(
  collection: Collection<T>,
  record: T,
): Promise<boolean> {
  const added = await collection.add(record)
  if (added && record.outboxDue) wakeCourier(collection.name, record._id)
  return added
}

/**
 * Adds a record whose id is derived from the request. Idempotent: a repeated request gets the record that the
 * first one made.
 * @throws Refusal INVALID_INPUT on `requestId` when another request made it, UNAVAILABLE when the id is not
 * taken but a unique field is
 */
export async function addOnce<T extends OutboxRecord>(
  collection: Collection<T>,
  record: T,
  request: Mark,
): Promise<T> {
  if (await addRecord(collection, record)) return record
  const existing = await collection.byId(record._id)
  if (existing === null) throw new Refusal('UNAVAILABLE')
  isRepeated(existing.marks, request)
  return existing
}

/**
 * Writes what differs between `before` and `after` in one conditional write: it succeeds only against the
 * version `before`. New messages wake the courier; so does `more.outboxDue`, when the after-write has work
 * but there is no message.
 * @param more what is appended to the record rather than set, such as a line of its log
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
  const isWritten = await collection.change(
    // The compiler does not see that a generic record has the fields of an outbox record.
    { _id: before._id, rev: before.rev } as Where<T>,
    {
      ...Object.fromEntries(changed),
      // Set even if `before` has it: the courier may have emptied the outbox since, without a new version.
      ...(fresh.length ? { outbox: op.push({ each: fresh }), outboxDue: true } : {}),
      ...more,
    },
  )
  if (isWritten && (fresh.length > 0 || 'outboxDue' in more)) wakeCourier(collection.name, before._id)
  return isWritten
}
