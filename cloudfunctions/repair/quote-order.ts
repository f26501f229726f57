import { quote } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const quoteOrder = moveOrder('quote', (order, { input }) => quote(order, input.items))
