import type { Binding } from '@domain/account/binding'
import type { CarrierName } from '@domain/clock/contract'
import type { Carrier } from '@domain/notice/letter'
import type { Order } from '@domain/repair/order'
import type { Pass } from '@domain/visitor/pass'
import { orders } from './records'
import { settleMembership } from './membership'
import { logVisits } from './visit-log'
import { checkPhotos } from './safety'
import { op } from './store'

/** What has to be done in the background once a record has changed, besides telling people. Each is harmless twice. */
export const errands: Partial<Record<CarrierName, (record: Carrier) => Promise<void>>> = {
  orders: record => afterOrder(record as Order),
  bindings: record => settleMembership(record as Binding),
  visitor_passes: record => logVisits(record as Pass),
}

const bringsPhotos = ['repair.submitted', 'repair.finished']

async function afterOrder(order: Order): Promise<void> {
  if (order.outbox.some(({ kind }) => bringsPhotos.includes(kind))) await checkPhotos('orders', order._id, order.unchecked, order.reporters[0] ?? '')
  if (order.mergedInto !== null) await follow(order, order.mergedInto)
}

/** After a merge the reporters follow the order that stays; whoever follows already is not added again. */
async function follow(order: Order, into: string): Promise<void> {
  for (const reporter of order.reporters) {
    await orders.change({ _id: into, estateId: order.estateId, reporters: op.neq(reporter) as never }, { reporters: op.push({ each: [reporter] }) })
  }
}
