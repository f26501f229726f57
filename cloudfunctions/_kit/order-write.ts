import type { Caller } from '@domain/kernel/people'
import { derived } from '@domain/repair/clocks'
import type { By, Change, Order } from '@domain/repair/order'
import { hasPost } from '@domain/kernel/people'
import { orders } from './records'
import { op } from './store'
import { wakeCourier } from './courier'

const marksKept = 20

/** As whom a person acts on an order: staff by their post, everybody else as the resident. */
export function byOf(caller: Caller, order: Order | null): By {
  const role = order?.assigneeId === caller.openid && hasPost(caller, 'technician') ? 'technician'
    : hasPost(caller, 'butler') ? 'butler' : hasPost(caller, 'technician') ? 'technician' : 'resident'
  return { openid: caller.openid, role, name: caller.name }
}

export const system: By = { openid: '', role: 'system', name: '' }

/** The order as it is after the change, with its step, its messages and the mark of the request. */
export function changed(order: Order, change: Change, by: By, now: Date, mark: { key: string; action: string } | null): Order {
  const at = now.toISOString()
  const next = { ...order, ...change.set, rev: order.rev + 1 }
  const letters = change.tell
    .filter(({ to }) => !('openids' in to) || to.openids.length > 0)
    .map(({ kind, to }, n) => ({ id: `${order._id.slice(0, 24)}-${String(next.rev)}-${String(n)}`, at, kind, to, except: by.openid }))
  return {
    ...next,
    ...derived(next),
    timeline: [...order.timeline, { ...change.step, at, by }],
    outbox: [...order.outbox, ...letters],
    outboxDue: true,
    marks: mark ? [...order.marks, mark].slice(-marksKept) : order.marks,
  }
}

const differs = (before: Order, after: Order): Partial<Order> =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key as keyof Order] !== value))

/** One conditional write: it holds against the version it was decided on, or not at all. */
export async function commit(before: Order, after: Order): Promise<boolean> {
  const { outbox: _all, ...patch } = differs(before, after)
  const fresh = after.outbox.slice(before.outbox.length)
  const held = await orders.change(
    { _id: before._id, status: before.status, rev: before.rev },
    { ...patch, ...(fresh.length ? { outbox: pushAll(fresh) } : {}) },
  )
  if (held && fresh.length) wakeCourier(before._id)
  return held
}

const pushAll = (each: unknown[]) => op.push({ each })
