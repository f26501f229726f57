import type { OutboxCollection } from '@domain/clock/contract'
import type { OutboxRecord } from '@domain/notice/outbox'
import { bindings } from '../_services/account/records'
import { wakeCourier } from './wake-courier'
import { consultMessages } from '../_services/consult/records'
import { complaints } from '../_services/complaint/write'
import { events } from '../_services/event/records'
import { notices } from '../_messages/records'
import { registrations } from '../_services/parking/records'
import { orders } from './records'
import { surveys } from '../_services/survey/records'
import { passes } from '../_services/visitor/records'
import { op, type Collection, type Where } from './store'

/** The collections whose records carry messages: where the courier calls. A row per name of the contract. */
export const carriers: Record<OutboxCollection, Collection<OutboxRecord>> = {
  orders: orders as unknown as Collection<OutboxRecord>,
  bindings: bindings as unknown as Collection<OutboxRecord>,
  visitor_passes: passes as unknown as Collection<OutboxRecord>,
  complaints: complaints as unknown as Collection<OutboxRecord>,
  consult_messages: consultMessages as unknown as Collection<OutboxRecord>,
  vehicles: registrations as unknown as Collection<OutboxRecord>,
  notices: notices as unknown as Collection<OutboxRecord>,
  events: events as unknown as Collection<OutboxRecord>,
  surveys: surveys as unknown as Collection<OutboxRecord>,
}

/** Adds a record that may carry messages; false when its id is taken. */
export async function addRecord<T extends OutboxRecord>(name: OutboxCollection, record: T): Promise<boolean> {
  const added = await carriers[name].add(record)
  if (added && record.outboxDue) wakeCourier(name, record._id)
  return added
}

/**
 * One conditional write of what differs: it holds against the version it was decided on, or not at all.
 * Messages that came along wake the courier. `more`: what is added to the record rather than set, such as a line of its log.
 */
export async function commit<T extends OutboxRecord>(
  name: OutboxCollection,
  before: T,
  after: T,
  more: { [K in keyof T]?: unknown } = {},
): Promise<boolean> {
  const fresh = after.outbox.slice(before.outbox.length)
  const patch = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => key !== 'outbox' && before[key as keyof T] !== value),
  )
  const held = await carriers[name].change(
    { _id: before._id, rev: before.rev } as Where<OutboxRecord>,
    // Due whatever `before` says: the courier may have emptied the outbox since, without a new version.
    { ...patch, ...(fresh.length ? { outbox: op.push({ each: fresh }), outboxDue: true } : {}), ...more },
  )
  if (held && fresh.length) wakeCourier(name, before._id)
  return held
}
