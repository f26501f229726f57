import { verify } from '@domain/repair/decisions'
import { estateOf } from '../_kit/estate'
import { moveOrder } from './move-order'

export const verifyWork = moveOrder('verify', async (order, { input, now }) =>
  verify(order, input, now, (await estateOf(order.estateId)).settings.repair),
)
