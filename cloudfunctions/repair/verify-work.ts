import { verify } from '@domain/repair/decisions'
import { readEstate } from '../_kit/estate'
import { moveOrder } from './move-order'

export const verifyWork = moveOrder('verify', async (order, { input, now }) =>
  verify(order, input, now, (await readEstate(order.estateId)).settings.repair),
)
