import type { Order } from '@domain/repair/order'
import { checkPhotos } from '../../_kit/safety'
import { op } from '../../_kit/store'
import { orders } from './records'

/** The messages of the writes that add photos. */
const withPhotos = ['repair.submitted', 'repair.finished']

/** Has new photos checked, and adds the reporters of a merged order to the order that stays. Idempotent. */
export async function afterOrder(order: Order): Promise<void> {
  if (order.outbox.some(({ kind }) => withPhotos.includes(kind)))
    await checkPhotos(orders, order._id, order.unchecked, order.reporters[0] ?? '')
  if (order.mergedInto !== null) await addReporters(order, order.mergedInto)
}

/** Adds the reporters to the order that stays; a reporter whom it has already is not added again. */
async function addReporters(order: Order, into: string): Promise<void> {
  for (const reporter of order.reporters) {
    await orders.change(
      { _id: into, estateId: order.estateId, reporters: op.neq(reporter) },
      { reporters: op.push({ each: [reporter] }) },
    )
  }
}
