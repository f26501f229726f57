import { finish } from '@domain/repair/decisions'
import { estateOf } from '../_kit/estate'
import { moveOrder } from './move-order'

export const finishWork = moveOrder('finish', async (order, { input, now }) =>
  finish(order, input, now, (await estateOf(order.estateId)).settings.repair),
)
