import type { Input } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, houseIds, type Caller } from '@domain/kernel/people'
import type { Order } from '@domain/repair/order'
import { unassignedStatuses } from '@domain/repair/states'
import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { orders } from '../_services/repair/records'

/** The fields that a card does not show; they are not read. */
export const offCard = ['timeline', 'outbox', 'marks']

/** One indexed, keyset-paged query: newest first for residents, soonest due first for staff. */
export const listOrders = action('repair', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { where, by, direction } = queryFor(input, caller)
    const after = input.cursor
      ? { [by]: direction === 'desc' ? op.lt(input.cursor) : op.gt(input.cursor) }
      : {}
    const found = await orders.find(
      { ...where, ...after },
      { orderBy: [by, direction], limit: limit + 1, leaveOut: offCard },
    )
    return toPage(
      found,
      limit,
      order => order[by],
      order => viewCard(order, caller, now),
    )
  },
})

interface ListQuery {
  where: Where<Order>
  by: 'key' | 'dueKey'
  direction: 'asc' | 'desc'
}

function queryFor({ scope, status }: Input<'repair', 'list'>, caller: Caller): ListQuery {
  const estateId = caller.estateId ?? ''
  const state: Where<Order> = status ? { status } : {}
  if (scope === 'mine')
    return {
      where: { estateId, reporters: caller.openid, ...state },
      by: 'key',
      direction: 'desc',
    }
  if (scope === 'house')
    return { where: { houseId: op.in(houseIds(caller)), ...state }, by: 'key', direction: 'desc' }
  const open: Where<Order> = status ? { status } : { open: true }
  if (scope === 'assigned' && hasPost(caller, 'technician'))
    return { where: { estateId, assigneeId: caller.openid, ...open }, by: 'dueKey', direction: 'asc' }
  if (scope === 'queue' && hasPost(caller, 'butler', 'manager'))
    return { where: { estateId, ...open }, by: 'dueKey', direction: 'asc' }
  if (scope === 'queue' && hasPost(caller, 'technician')) {
    const grabbable = status ? [status] : unassignedStatuses
    return { where: { estateId, status: op.in(grabbable) }, by: 'dueKey', direction: 'asc' }
  }
  throw forbidden()
}
