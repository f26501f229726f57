import { rate } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const rateWork = moveOrder('rate', (order, { input }) => rate(order, input))
