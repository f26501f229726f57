import { finish } from '@domain/repair/decisions'
import { promisesOf } from '../_kit/estate'
import { moveOrder } from './move-order'

export const finishWork = moveOrder('finish', async (order, { input, now }) => finish(order, input, now, await promisesOf(order.estateId)))
