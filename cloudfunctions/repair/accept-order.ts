import { accept } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const acceptOrder = moveOrder('accept', (order, { now }) => accept(order, now))
