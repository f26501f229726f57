import { finish } from '@domain/repair/decisions'
import { readEstate } from '../_kit/estate'
import { moveOrder } from './move-order'

export const finishWork = moveOrder('finish', async (order, { input, now }) =>
  finish(order, input, now, (await readEstate(order.estateId)).settings.repair),
)
