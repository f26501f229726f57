import { cancel } from '@domain/repair/decisions'
import { isTheirs } from '@domain/repair/order'
import { moveOrder } from './move-order'

export const cancelOrder = moveOrder('cancel', (order, { input, caller }) =>
  cancel(order, caller, isTheirs(order, caller), input.reason),
)
