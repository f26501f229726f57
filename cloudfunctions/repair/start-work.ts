import { start } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const startWork = moveOrder('start', (order, { now }) => start(order, now))
