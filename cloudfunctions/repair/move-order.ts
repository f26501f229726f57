import type { ActionName, Input, Output } from '@domain/contract'
import { forbidden, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Move } from '@domain/repair/contract'
import type { Change, Order } from '@domain/repair/order'
import { checkMove } from '@domain/repair/states'
import { maySee, viewOrder } from '@domain/repair/view'
import { statusWords } from '@domain/repair/wording'
import { move } from '../_kit/move'
import { type Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { orders } from '../_services/repair/records'
import { actorOf, applyChange } from '../_services/repair/write'

type OrderMove = Exclude<Move, 'contact'> & ActionName<'repair'>
interface Given<M extends OrderMove> {
  input: Input<'repair', M>
  caller: Caller
  now: Date
  others: Person[]
  otherOrders: Order[]
}
/** Ids of what a move needs besides its order; read in the same two requests. */
interface Also<M extends OrderMove> {
  persons?: (input: Input<'repair', M>) => string[]
  orders?: (input: Input<'repair', M>) => string[]
}
type Decide<M extends OrderMove> = (order: Order, given: Given<M>) => Change | Promise<Change>

/**
 * A move on one order: reads caller and order concurrently, decides purely, writes once under a condition.
 */
export const moveOrder = <M extends OrderMove>(name: M, decide: Decide<M>, also: Also<M> = {}) =>
  action<'repair', M, Order[]>('repair', name, {
    load: input => orders.byIds([...new Set([idOf(input), ...(also.orders?.(input) ?? [])])]),
    ...(also.persons ? { alsoPersons: also.persons } : {}),
    run: ({ input, caller, loaded, now, request, others }) =>
      move(
        loaded.find(order => order._id === idOf(input)),
        { request, now },
        {
          records: orders,
          isVisible: order => maySee(order, caller),
          judge: order => refuseUnless(name, order, caller),
          async next(order) {
            const change = await decide(order, { input, caller, now, others, otherOrders: loaded })
            return { after: applyChange(order, change, { by: actorOf(caller, order), now, mark: request }) }
          },
          // Every move of the contract answers with the order; generic over M, the compiler does not see it.
          view: order => viewOrder(order, caller, now) as Output<'repair', M>,
          remembers: true,
        },
      ),
  })

// Every move's input names its order; generic over M, the compiler does not see it.
const idOf = (input: unknown): string => (input as { id: string }).id

function refuseUnless(name: Move, order: Order, caller: Caller): void {
  const verdict = checkMove(name, order, caller)
  if (verdict === 'notTheirs') {
    const isAnothers = order.assigneeId !== null && order.assigneeId !== caller.openid
    throw isAnothers && caller.posts.includes('technician') ? refuseTaken(order) : forbidden()
  }
  if (verdict === 'notNow')
    throw order.status === 'assigned' && name === 'grab' ? refuseTaken(order) : refuseState(order)
}

const refuseTaken = (order: Order): Refusal =>
  new Refusal('CONFLICT', {
    words: words('这张工单已由{name}接下', '{name} has this order already'),
    values: { name: order.assignee?.name ?? '' },
  })

function refuseState(order: Order): Refusal {
  if (order.quote?.state === 'waiting')
    return new Refusal('CONFLICT', {
      words: words('报价还在等住户确认', 'A quote is waiting for the resident'),
    })
  const now = statusWords[order.status]
  return new Refusal('CONFLICT', {
    words: words(
      `工单现在是“${now['zh-CN']}”，不能这样操作`,
      `The order is "${now.en}" now; this is not possible`,
    ),
  })
}
