import type { Input } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, houseIds, type Caller, type Membership } from '@domain/kernel/people'
import type { Order } from '@domain/repair/order'
import { unassignedStatuses } from '@domain/repair/states'
import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { op, type Condition, type Where } from '../_kit/store'
import { orders } from '../_services/repair/records'

/** The fields that a card does not show; they are not read. */
export const offCard = ['timeline', 'outbox', 'marks']

/** One indexed, keyset-paged query: newest first for residents, soonest due first for staff. */
export const listOrders = action('repair', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { where, by, direction } = queryFor(input, caller)
    const found = await orders.find(where, {
      orderBy: [by, direction],
      limit: limit + 1,
      leaveOut: offCard,
    })
    return toPage(
      found,
      limit,
      order => order[by],
      order => viewCard(order, caller, now),
    )
  },
})

interface ListQuery {
  where: Where<Order> | Condition
  by: 'key' | 'dueKey'
  direction: 'asc' | 'desc'
}

/**
 * The orders of houses, each since the caller joined it: earlier ones are of the household before.
 * @param cursor only those before this key
 */
export function ofHouseholds(
  houses: readonly Membership[],
  cursor: string | undefined,
  more: Where<Order> = {},
): Where<Order> | Condition {
  const before = (since: string) => (cursor ? op.gte(since).and(op.lt(cursor)) : op.gte(since))
  if (houses.length === 0) return { houseId: op.in([]) }
  return op.or(houses.map(({ houseId, since }) => ({ houseId, key: before(since), ...more })))
}

function queryFor({ scope, status, cursor }: Input<'repair', 'list'>, caller: Caller): ListQuery {
  const estateId = caller.estateId ?? ''
  const state: Where<Order> = status ? { status } : {}
  if (scope === 'mine') {
    // Of public places, and of houses in which they live: of a house that they left they see nothing.
    const houseId = op.in([null, ...houseIds(caller)])
    const before = cursor ? { key: op.lt(cursor) } : {}
    return {
      where: { estateId, reporters: caller.openid, houseId, ...state, ...before },
      by: 'key',
      direction: 'desc',
    }
  }
  if (scope === 'house')
    return { where: ofHouseholds(caller.houses, cursor, state), by: 'key', direction: 'desc' }
  return { where: whereOfStaff({ scope, status, cursor }, caller), by: 'dueKey', direction: 'asc' }
}

/** @throws Refusal FORBIDDEN to residents */
function whereOfStaff({ scope, status, cursor }: Input<'repair', 'list'>, caller: Caller): Where<Order> {
  const estateId = caller.estateId ?? ''
  const after = cursor ? { dueKey: op.gt(cursor) } : {}
  const open: Where<Order> = { ...(status ? { status } : { open: true }), ...after }
  if (scope === 'assigned' && hasPost(caller, 'technician'))
    return { estateId, assigneeId: caller.openid, ...open }
  if (scope === 'queue' && hasPost(caller, 'butler', 'manager')) return { estateId, ...open }
  if (scope === 'queue' && hasPost(caller, 'technician')) {
    const grabbable = status ? [status] : unassignedStatuses
    return { estateId, status: op.in(grabbable), ...after }
  }
  throw forbidden()
}
