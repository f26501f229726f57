import type { Order } from '@domain/repair/order'
import { collection } from '../../_kit/store'

export const orders = collection<Order>('orders')
