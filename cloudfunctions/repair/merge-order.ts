import { invalid } from '@domain/kernel/failure'
import { merge } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

/** Closes the order; the courier adds its reporters to the order that stays. */
export const mergeOrder = moveOrder(
  'merge',
  (order, { input, otherOrders }) => {
    const into = otherOrders.find(other => other._id === input.into && other._id !== order._id)
    const alike =
      into !== undefined &&
      into.estateId === order.estateId &&
      into.open &&
      (order.place === 'public' ? into.place === 'public' : into.houseId === order.houseId)
    if (!into || !alike)
      throw invalid('into', '只能并入同一地点的未完成工单', 'Only into an open order of the same place')
    return merge(order, into)
  },
  { orders: input => [input.into] },
)
