import { hasPost, type Caller } from '../kernel/people'
import type { Move, Status } from './contract'
import { isTheirs, type Order } from './order'

/** Who may make a move, seen from the order: `theirs` is the household or reporter, `assignee` the technician who has it. */
type Mover = 'theirs' | 'butler' | 'technician' | 'assignee'

interface Transition {
  move: Move
  who: Mover
  from: readonly Status[]
  /** Null: the status stays. */
  to: Status | null
  /** What must hold besides the status. */
  when?: (order: Order) => boolean
}

const quoteWaits = (order: Order): boolean => order.quote?.state === 'waiting'

/** The life of an order as data; docs/promises.md, "repair". */
export const transitions: readonly Transition[] = [
  { move: 'accept', who: 'butler', from: ['submitted'], to: 'accepted' },
  { move: 'assign', who: 'butler', from: ['submitted', 'accepted', 'assigned'], to: 'assigned' },
  { move: 'grab', who: 'technician', from: ['submitted', 'accepted'], to: 'assigned' },
  { move: 'start', who: 'assignee', from: ['assigned'], to: 'working' },
  { move: 'quote', who: 'assignee', from: ['working'], to: null, when: order => !quoteWaits(order) },
  { move: 'decideQuote', who: 'theirs', from: ['working'], to: null, when: quoteWaits },
  { move: 'finish', who: 'assignee', from: ['working'], to: 'finished', when: order => !quoteWaits(order) },
  { move: 'verify', who: 'theirs', from: ['finished'], to: 'closed' },
  { move: 'rate', who: 'theirs', from: ['closed'], to: null, when: order => order.rating === null },
  { move: 'urge', who: 'theirs', from: ['submitted', 'accepted', 'assigned', 'working'], to: null },
  { move: 'cancel', who: 'theirs', from: ['submitted', 'accepted', 'assigned'], to: 'cancelled' },
  { move: 'cancel', who: 'butler', from: ['submitted', 'accepted', 'assigned', 'working'], to: 'cancelled' },
  { move: 'merge', who: 'butler', from: ['submitted', 'accepted', 'assigned'], to: 'cancelled' },
  {
    move: 'contact',
    who: 'butler',
    from: ['submitted', 'accepted', 'assigned', 'working', 'finished', 'closed'],
    to: null,
  },
  { move: 'contact', who: 'assignee', from: ['assigned', 'working', 'finished'], to: null },
]

function isMover(who: Mover, order: Order, caller: Caller): boolean {
  if (who === 'theirs') return isTheirs(order, caller)
  if (who === 'butler') return hasPost(caller, 'butler')
  return hasPost(caller, 'technician') && (who === 'technician' || order.assigneeId === caller.openid)
}

/** The rows that are this person's for this move, whatever the state. */
const rowsFor = (move: Move, order: Order, caller: Caller): Transition[] =>
  transitions.filter(row => row.move === move && isMover(row.who, order, caller))

export type Verdict = 'may' | 'notTheirs' | 'notNow'

/** Whether the caller may make the move now; `notNow` when the state forbids what their place allows. */
export function checkMove(move: Move, order: Order, caller: Caller): Verdict {
  const rows = rowsFor(move, order, caller)
  if (rows.length === 0) return 'notTheirs'
  return rows.some(row => row.from.includes(order.status) && (row.when?.(order) ?? true)) ? 'may' : 'notNow'
}

/** All that the caller may do to the order now. */
export const movesFor = (order: Order, caller: Caller): Move[] => {
  const all = [...new Set(transitions.map(row => row.move))]
  return all.filter(move => checkMove(move, order, caller) === 'may')
}
