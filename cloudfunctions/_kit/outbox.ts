import type { OutboxRecord } from '@domain/notice/outbox'
import { op, type Collection, type Where } from './store'
import { wakeCourier } from './wake-courier'

/** A collection whose records carry messages, and what follows each write to one of them. */
export interface Outbox {
  records: Collection<OutboxRecord>
  /**
   * Work in the background after a record has changed, besides notifying people: run by the courier, or by the
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
 * One conditional write of what differs: it holds against the version it was decided on, or not at all.
 * New messages wake the courier.
 * @param more what is added to the record rather than set, such as a line of its log
 * @returns false when the record has another version by now, or a unique field is taken
 */
export async function commit<T extends OutboxRecord>(
  collection: Collection<T>,
  before: T,
  after: T,
  more: { [K in keyof T]?: unknown } = {},
): Promise<boolean> {
  const fresh = after.outbox.slice(before.outbox.length)
  const changed = Object.entries(after).filter(
    ([key, value]) => key !== 'outbox' && before[key as keyof T] !== value,
  )
  const held = await collection.change(
    // The compiler does not see that a generic record has the fields of an outbox record.
    { _id: before._id, rev: before.rev } as Where<T>,
    {
      ...Object.fromEntries(changed),
      // Due whatever `before` says: the courier may have emptied the outbox since, without a new version.
      ...(fresh.length ? { outbox: op.push({ each: fresh }), outboxDue: true } : {}),
      ...more,
    } as { [K in keyof T]?: unknown },
  )
  if (held && fresh.length) wakeCourier(collection.name, before._id)
  return held
}
