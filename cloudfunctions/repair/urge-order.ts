import { urge } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const urgeOrder = moveOrder('urge', (order, { now }) => urge(order, now))
