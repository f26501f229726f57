import type { CarrierName } from '@domain/clock/contract'
import type { Carrier } from '@domain/notice/letter'
import { bindings } from './account-records'
import { wakeCourier } from './courier-wake'
import { consultMessages } from './consult-records'
import { complaints } from './complaint-write'
import { events } from './event-records'
import { notices } from './notice-records'
import { registrations } from './parking-records'
import { orders } from './records'
import { surveys } from './survey-records'
import { passes } from './visitor-records'
import { op, type Collection, type Where } from './store'

/** The collections whose records carry messages: where the courier calls. A row per name of the contract. */
export const carriers: Record<CarrierName, Collection<Carrier>> = {
  orders: orders as unknown as Collection<Carrier>,
  bindings: bindings as unknown as Collection<Carrier>,
  visitor_passes: passes as unknown as Collection<Carrier>,
  complaints: complaints as unknown as Collection<Carrier>,
  consult_messages: consultMessages as unknown as Collection<Carrier>,
  vehicles: registrations as unknown as Collection<Carrier>,
  notices: notices as unknown as Collection<Carrier>,
  events: events as unknown as Collection<Carrier>,
  surveys: surveys as unknown as Collection<Carrier>,
}

/** Adds a record that may carry messages; false when its id is taken. */
export async function addCarrier<T extends Carrier>(name: CarrierName, record: T): Promise<boolean> {
  const added = await carriers[name].add(record)
  if (added && record.outboxDue) wakeCourier(name, record._id)
  return added
}

/**
 * One conditional write of what differs: it holds against the version it was decided on, or not at all.
 * Messages that came along wake the courier. `more`: what is added to the record rather than set, such as a line of its log.
 */
export async function commit<T extends Carrier>(
  name: CarrierName,
  before: T,
  after: T,
  more: { [K in keyof T]?: unknown } = {},
): Promise<boolean> {
  const fresh = after.outbox.slice(before.outbox.length)
  const patch = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => key !== 'outbox' && before[key as keyof T] !== value),
  )
  const held = await carriers[name].change(
    { _id: before._id, rev: before.rev } as Where<Carrier>,
    // Due whatever `before` says: the courier may have emptied the outbox since, without a new version.
    { ...patch, ...(fresh.length ? { outbox: op.push({ each: fresh }), outboxDue: true } : {}), ...more },
  )
  if (held && fresh.length) wakeCourier(name, before._id)
  return held
}
