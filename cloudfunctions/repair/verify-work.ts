import { verify } from '@domain/repair/decisions'
import { promisesOf } from '../_kit/estate'
import { moveOrder } from './move-order'

export const verifyWork = moveOrder('verify', async (order, { input, now }) => verify(order, input, now, await promisesOf(order.estateId)))
