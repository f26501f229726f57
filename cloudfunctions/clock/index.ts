import { closeByItself, escalate } from '@domain/repair/decisions'
import type { Order } from '@domain/repair/order'
import { deliver } from '../_kit/courier'
import { changed, commit, system } from '../_kit/order-write'
import { orders } from '../_kit/records'
import { action, serve } from '../_kit/serve'
import { op } from '../_kit/store'

/** How many records one run takes on, so that it ends before the function's limit; the next minute goes on. */
const portion = 100

const isVerifyDue = (order: Order, now: Date): boolean =>
  order.status === 'finished' && order.clocks.some(clock => clock.name === 'verify' && clock.metAt === null && clock.dueAt <= now.toISOString())

const tick = action('clock', 'tick', {
  async run({ now }) {
    const due = await orders.find({ alarm: op.lte(now.toISOString()) }, { orderBy: ['alarm', 'asc'], limit: portion })
    let closed = 0
    let escalated = 0
    for (const order of due) {
      const closes = isVerifyDue(order, now)
      const change = closes ? closeByItself(order, now) : escalate(order, now)
      if (!await commit(order, changed(order, change, system, now, null))) continue
      if (closes) closed++
      else escalated++
    }
    let delivered = 0
    for (const order of await orders.find({ outboxDue: true }, { limit: portion })) delivered += await deliver(order)
    return { escalated, closed, delivered }
  },
})

export const main = serve('clock', { tick })
