import { decideQuote as decide } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

export const decideQuote = moveOrder('decideQuote', (order, { input }) => decide(order, input.agree))
