import { hasPost, type Caller } from '../kernel/people'
import { statuses, type Move, type Status } from './kinds'
import { isTheirs, type Order } from './order'

/**
 * Who may make a move, in relation to the order: `theirs` is the household, or in a public place the first
 * reporter; `assignee` its technician.
 */
type Mover = 'theirs' | 'butler' | 'technician' | 'assignee'

interface Transition {
  move: Move
  who: Mover
  from: readonly Status[]
  /** Null: the status does not change. */
  to: Status | null
  /** A condition besides the status. */
  when?: (order: Order) => boolean
}

const quoteWaits = (order: Order): boolean => order.quote?.state === 'waiting'

/** The life cycle of an order as data; docs/promises.md, "repair". */
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

/** Statuses from which some move leads on: the order is open. The others are final. */
export const openStatuses: readonly Status[] = statuses.filter(status =>
  transitions.some(({ from, to }) => to !== null && from.includes(status)),
)
export const isOpen = (status: Status): boolean => openStatuses.includes(status)

/** Statuses in which an order waits for a technician, and any technician can take it. */
export const unassignedStatuses: readonly Status[] = transitions.flatMap(({ move, from }) =>
  move === 'grab' ? from : [],
)

/** Statuses in which the assignee has the next step. */
export const inWorkStatuses: readonly Status[] = statuses.filter(status =>
  transitions.some(({ who, from, to }) => who === 'assignee' && to !== null && from.includes(status)),
)

/** Statuses in which the work is done: the one to which `finish` leads, and those that follow it. */
export const doneStatuses: readonly Status[] = statusesFrom(
  transitions.flatMap(({ move, to }) => (move === 'finish' && to !== null ? [to] : [])),
)

/** The statuses given, and all to which moves lead from them. */
function statusesFrom(reached: readonly Status[]): readonly Status[] {
  const next = transitions.flatMap(({ from, to }) =>
    to !== null && !reached.includes(to) && from.some(status => reached.includes(status)) ? [to] : [],
  )
  return next.length === 0 ? reached : statusesFrom([...new Set([...reached, ...next])])
}

function isMover(who: Mover, order: Order, caller: Caller): boolean {
  if (who === 'theirs') return isTheirs(order, caller)
  if (who === 'butler') return hasPost(caller, 'butler')
  return hasPost(caller, 'technician') && (who === 'technician' || order.assigneeId === caller.openid)
}

/** The rows of a move that apply to the caller, in any status. */
const rowsFor = (move: Move, order: Order, caller: Caller): Transition[] =>
  transitions.filter(row => row.move === move && isMover(row.who, order, caller))

export type Verdict = 'may' | 'notTheirs' | 'notNow'

/** Whether the caller may make the move now: `notTheirs` in no status, `notNow` not in the present one. */
export function checkMove(move: Move, order: Order, caller: Caller): Verdict {
  const rows = rowsFor(move, order, caller)
  if (rows.length === 0) return 'notTheirs'
  return rows.some(row => row.from.includes(order.status) && (row.when?.(order) ?? true)) ? 'may' : 'notNow'
}

/** The moves that the caller may make on the order now. */
export const movesFor = (order: Order, caller: Caller): Move[] => {
  const all = [...new Set(transitions.map(row => row.move))]
  return all.filter(move => checkMove(move, order, caller) === 'may')
}
