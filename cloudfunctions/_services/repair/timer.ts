import { closeByItself, escalate } from '@domain/repair/decisions'
import type { Order } from '@domain/repair/order'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { orders } from './records'
import { applyChange, system } from './write'

const isVerifyDue = (order: Order, now: Date): boolean =>
  order.status === 'finished' &&
  order.clocks.some(
    clock => clock.name === 'verify' && clock.metAt === null && clock.dueAt <= now.toISOString(),
  )

/** Escalates each expired clock once, and closes a finished repair whose time to verify has passed. */
export const watchRepairs: TimerTask = async now => {
  const due = await orders.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  let closed = 0
  let escalated = 0
  for (const order of due) {
    const closes = isVerifyDue(order, now)
    const change = closes ? closeByItself(order, now) : escalate(order, now)
    if (!(await commit(orders, order, applyChange(order, change, { by: system, now, mark: null })))) continue
    if (closes) closed++
    else escalated++
  }
  return { escalated, closed }
}
