import type { ActionName, Input } from '@domain/contract'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Move, WorkOrder } from '@domain/repair/contract'
import type { Change, Order } from '@domain/repair/order'
import { checkMove } from '@domain/repair/states'
import { maySee, viewOrder } from '@domain/repair/view'
import { statusWords } from '@domain/repair/wording'
import { commit } from '../_kit/outbox'
import { byOf, changed } from '../_services/repair/write'
import { type Person } from '../_kit/records'
import { action, remember, remembered } from '../_kit/serve'
import { orders } from '../_services/repair/records'

type OrderMove = Exclude<Move, 'contact'> & ActionName<'repair'>
interface Given<M extends OrderMove> {
  input: Input<'repair', M>
  caller: Caller
  now: Date
  others: Person[]
  otherOrders: Order[]
}
/** What a move needs besides its order; read in the same two requests. */
interface Also<M extends OrderMove> {
  persons?(input: Input<'repair', M>): string[]
  orders?(input: Input<'repair', M>): string[]
}
type Decide<M extends OrderMove> = (order: Order, given: Given<M>) => Change | Promise<Change>

/**
 * A move on one order: caller and order read side by side, one pure decision, one
 * conditional write, and the answer kept. A lost race is decided once more on what stands then.
 */
export const moveOrder = <M extends OrderMove>(move: M, decide: Decide<M>, also: Also<M> = {}) =>
  action<'repair', M, Order[]>('repair', move, {
    load: input => orders.byIds([...new Set([idOf(input), ...(also.orders?.(input) ?? [])])]),
    ...(also.persons ? { alsoPersons: also.persons } : {}),
    async run({ input, caller, loaded, now, requestKey, others }) {
      let order = visible(
        loaded.find(one => one._id === idOf(input)),
        caller,
      )
      if (isMarked(order, requestKey, move))
        return (((await remembered(requestKey)) as WorkOrder | undefined) ??
          viewOrder(order, caller, now)) as never
      for (let tries = 0; tries < 3; tries++) {
        refuseUnless(move, order, caller)
        const change = await decide(order, { input, caller, now, others, otherOrders: loaded })
        const after = changed(order, change, byOf(caller, order), now, { key: requestKey, action: move })
        if (await commit(orders, order, after))
          return (await remember(requestKey, move, viewOrder(after, caller, now), now)) as never
        order = visible(await orders.byId(order._id), caller)
        if (isMarked(order, requestKey, move)) return viewOrder(order, caller, now) as never
      }
      throw new Refusal('CONFLICT')
    },
  })

// Every move's input names its order; generic over M, the compiler does not see it.
const idOf = (input: unknown): string => (input as { id: string }).id

function visible(order: Order | null | undefined, caller: Caller): Order {
  if (!order || !maySee(order, caller)) throw forbidden()
  return order
}

function isMarked(order: Order, key: string, move: Move): boolean {
  const mark = order.marks.find(known => known.key === key)
  if (mark && mark.action !== move)
    throw invalid('requestId', '这个编号已用于另一个操作', 'Used for another action already')
  return mark !== undefined
}

function refuseUnless(move: Move, order: Order, caller: Caller): void {
  const verdict = checkMove(move, order, caller)
  if (verdict === 'notTheirs') {
    if (
      order.assigneeId !== null &&
      order.assigneeId !== caller.openid &&
      caller.posts.includes('technician')
    )
      throw taken(order)
    throw forbidden()
  }
  if (verdict === 'notNow')
    throw order.status === 'assigned' && move === 'grab' ? taken(order) : conflict(order)
}

const taken = (order: Order): Refusal =>
  new Refusal('CONFLICT', {
    words: words('这张工单已由{name}接下', '{name} has this order already'),
    values: { name: order.assignee?.name ?? '' },
  })

function conflict(order: Order): Refusal {
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
