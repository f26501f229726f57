import type { Order } from '@domain/repair/order'
import { checkPhotos } from '../../_kit/safety'
import { op } from '../../_kit/store'
import { orders } from './records'

const bringsPhotos = ['repair.submitted', 'repair.finished']

/** Has new photos checked, and lets the reporters of a merged order follow the one that stays. Idempotent. */
export async function afterOrder(order: Order): Promise<void> {
  if (order.outbox.some(({ kind }) => bringsPhotos.includes(kind)))
    await checkPhotos(orders, order._id, order.unchecked, order.reporters[0] ?? '')
  if (order.mergedInto !== null) await follow(order, order.mergedInto)
}

/** After a merge the reporters follow the order that stays; whoever follows already is not added again. */
async function follow(order: Order, into: string): Promise<void> {
  for (const reporter of order.reporters) {
    await orders.change(
      { _id: into, estateId: order.estateId, reporters: op.neq(reporter) },
      { reporters: op.push({ each: [reporter] }) },
    )
  }
}
