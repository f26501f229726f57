import { addWorkingMinutes, type WorkingHours } from '../kernel/estate-time'
import { sortKey } from '../kernel/paging'
import type { Card, ClockName } from './contract'
import type { Order, StoredClock } from './order'
import type { RepairSettings } from './settings'

/** Who is notified when a clock runs out; docs/promises.md asks that the resident sees it. */
export const escalationOf: Record<ClockName, Card['clocks'][number]['tells']> = {
  accept: 'manager',
  onSite: 'manager',
  finish: 'manager',
  verify: 'resident',
}

const minute = 60_000
const day = 24 * 60 * minute
const running = (name: ClockName, due: number): StoredClock => ({
  name,
  dueAt: new Date(due).toISOString(),
  metAt: null,
  told: false,
})

/** The clocks that start when an order is submitted: its first response, and its completion. */
export function firstClocks(
  order: Pick<Order, 'urgency' | 'appointment'>,
  now: Date,
  { zone, hours, promises }: { zone: string; hours: WorkingHours; promises: RepairSettings },
): StoredClock[] {
  const finish = order.appointment
    ? Date.parse(order.appointment.to)
    : now.getTime() + promises.finishDays * day
  const first =
    order.urgency === 'urgent'
      ? running('onSite', now.getTime() + promises.urgentOnSiteMinutes * minute)
      : running('accept', addWorkingMinutes(now, promises.acceptWorkingMinutes, zone, hours).getTime())
  return [first, running('finish', finish)]
}

export const verifyClock = (now: Date, promises: RepairSettings): StoredClock =>
  running('verify', now.getTime() + promises.verifyDays * day)
export const finishClock = (now: Date, promises: RepairSettings): StoredClock =>
  running('finish', now.getTime() + promises.finishDays * day)

/** Stops the named clocks now; a clock that has stopped already stays as it is. */
export const meet = (clocks: readonly StoredClock[], names: readonly ClockName[], now: Date): StoredClock[] =>
  clocks.map(clock =>
    names.includes(clock.name) && clock.metAt === null ? { ...clock, metAt: now.toISOString() } : clock,
  )

/** Replaces the clock of that name by a new one. */
export const restart = (clocks: readonly StoredClock[], clock: StoredClock): StoredClock[] => [
  ...clocks.filter(other => other.name !== clock.name),
  clock,
]

/** Removes the clocks that still run: an order that is closed or cancelled has none. */
export const stopAll = (clocks: readonly StoredClock[]): StoredClock[] =>
  clocks.filter(clock => clock.metAt !== null)

const next = (clocks: readonly StoredClock[]): StoredClock | undefined =>
  clocks.filter(clock => clock.metAt === null && !clock.told).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]

/**
 * The fields that follow from the rest and are stored for the indexes: the timer's next look, and the place
 * in the queue.
 */
export function deriveFields(
  order: Pick<Order, 'clocks' | '_id' | 'createdAt'>,
): Pick<Order, 'alarm' | 'dueKey'> {
  const unmet = order.clocks
    .filter(clock => clock.metAt === null)
    .map(clock => clock.dueAt)
    .sort()
  return {
    alarm: next(order.clocks)?.dueAt ?? null,
    dueKey: sortKey(new Date(unmet[0] ?? order.createdAt), order._id),
  }
}

function stateOf({ metAt, dueAt }: StoredClock, now: Date): Card['clocks'][number]['state'] {
  if ((metAt ?? now.toISOString()) > dueAt) return 'missed'
  return metAt === null ? 'running' : 'met'
}

/** A clock as the reader of an order sees it. */
export function viewClock(clock: StoredClock, now: Date): Card['clocks'][number] {
  return { name: clock.name, dueAt: clock.dueAt, state: stateOf(clock, now), tells: escalationOf[clock.name] }
}
