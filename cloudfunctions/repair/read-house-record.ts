import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, livesIn } from '@domain/kernel/people'
import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { orders } from '../_services/repair/records'
import { offCard } from './list-orders'

/** Lists all repairs of a house, newest first. */
export const readHouseRecord = action('repair', 'house', {
  load: ({ houseId, cursor, limit = 20 }) =>
    orders.find(
      { houseId, ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: offCard },
    ),
  run({ input: { houseId, limit = 20 }, caller, loaded, now }) {
    const isStaff = hasPost(caller, 'butler', 'technician', 'manager')
    if (!isStaff && !livesIn(caller, houseId)) throw forbidden()
    const within = loaded.filter(order => order.estateId === caller.estateId)
    return toPage(
      within,
      limit,
      order => order.key,
      order => viewCard(order, caller, now),
    )
  },
})
