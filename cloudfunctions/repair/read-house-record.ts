import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost } from '@domain/kernel/people'
import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { orders } from '../_services/repair/records'
import { ofHouseholds, offCard } from './list-orders'

/** Lists the repairs of a house, newest first: staff see all, a member those since they joined. */
export const readHouseRecord = action('repair', 'house', {
  async run({ input: { houseId, cursor, limit = 20 }, caller, now }) {
    const isStaff = hasPost(caller, 'butler', 'technician', 'manager')
    const home = caller.houses.filter(house => house.houseId === houseId)
    if (!isStaff && home.length === 0) throw forbidden()
    const estateId = caller.estateId ?? ''
    const all = { estateId, houseId, ...(cursor ? { key: op.lt(cursor) } : {}) }
    const found = await orders.find(isStaff ? all : ofHouseholds(home, cursor), {
      orderBy: ['key', 'desc'],
      limit: limit + 1,
      leaveOut: offCard,
    })
    return toPage(
      found,
      limit,
      order => order.key,
      order => viewCard(order, caller, now),
    )
  },
})
