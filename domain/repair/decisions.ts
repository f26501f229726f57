import { invalid, Refusal } from '../kernel/failure'
import { hasPost, type Caller } from '../kernel/people'
import { words } from '../kernel/words'
import type { QuoteItem, Status } from './contract'
import { finishClock, meet, restart, stopAll, verifyClock } from './clocks'
import type { Change, Order } from './order'
import { isOpen } from './states'
import type { RepairSettings } from './settings'

/** What each move changes. Whether it may be made at all is in states.ts. */
const inStatus = (status: Status) => ({ status, open: isOpen(status) })

const reporters = (order: Order) => ({ openids: order.reporters })
const assignee = (order: Order) => ({ openids: order.assigneeId === null ? [] : [order.assigneeId] })
const butlers = { post: 'butler' } as const

export const accept = (order: Order, now: Date): Change => ({
  set: { ...inStatus('accepted'), clocks: meet(order.clocks, ['accept'], now) },
  step: { what: 'accepted' },
  notify: [{ kind: 'accepted', to: reporters(order) }],
})

const assignTo = (order: Order, technician: { id: string; name: string }, now: Date): Change['set'] => ({
  ...inStatus('assigned'),
  assignee: technician,
  assigneeId: technician.id,
  clocks: meet(order.clocks, ['accept'], now),
})

export const assign = (order: Order, technician: { id: string; name: string }, now: Date): Change => ({
  set: assignTo(order, technician, now),
  step: { what: 'assigned', note: technician.name, to: technician.id },
  notify: [
    { kind: 'assigned', to: reporters(order) },
    { kind: 'yours', to: { openids: [technician.id] } },
  ],
})

export const grab = (order: Order, technician: { id: string; name: string }, now: Date): Change => ({
  set: assignTo(order, technician, now),
  step: { what: 'grabbed' },
  notify: [
    { kind: 'assigned', to: reporters(order) },
    { kind: 'assigned', to: butlers },
  ],
})

/** The order waits for a technician again: its assignee is no longer one. A quote that waits is void. */
export const release = (order: Order): Change => ({
  set: {
    ...inStatus('accepted'),
    assignee: null,
    assigneeId: null,
    quote: order.quote?.state === 'waiting' ? null : order.quote,
  },
  step: { what: 'released' },
  notify: [{ kind: 'released', to: butlers }],
})

export const start = (order: Order, now: Date): Change => ({
  set: { ...inStatus('working'), clocks: meet(order.clocks, ['onSite'], now) },
  step: { what: 'started' },
  notify: [{ kind: 'started', to: reporters(order) }],
})

export const quote = (order: Order, items: QuoteItem[]): Change => {
  const total = items.reduce((sum, item) => sum + item.price * item.count, 0)
  return {
    set: { quote: { items, total, state: 'waiting' } },
    step: { what: 'quoted' },
    notify: [{ kind: 'quoted', to: reporters(order) }],
  }
}

export const decideQuote = (order: Order, agree: boolean): Change => ({
  set: { quote: order.quote && { ...order.quote, state: agree ? 'agreed' : 'declined' } },
  step: { what: agree ? 'quoteAgreed' : 'quoteDeclined' },
  notify: [{ kind: agree ? 'quoteAgreed' : 'quoteDeclined', to: assignee(order) }],
})

export const finish = (
  order: Order,
  done: { note: string; photos?: string[] | undefined; materials?: string | undefined },
  now: Date,
  promises: RepairSettings,
): Change => ({
  set: {
    ...inStatus('finished'),
    unchecked: [...order.unchecked, ...(done.photos ?? [])],
    clocks: restart(meet(order.clocks, ['onSite', 'finish'], now), verifyClock(now, promises)),
  },
  step: {
    what: 'finished',
    note: [done.note, done.materials].filter(Boolean).join('\n'),
    ...(done.photos?.length ? { photos: done.photos } : {}),
  },
  notify: [{ kind: 'finished', to: reporters(order) }],
})

/** @throws Refusal INVALID_INPUT when the work is rejected without a reason */
export function verify(
  order: Order,
  verdict: { accepted: boolean; reason?: string | undefined },
  now: Date,
  promises: RepairSettings,
): Change {
  if (verdict.accepted) {
    return {
      set: { ...inStatus('closed'), clocks: meet(order.clocks, ['verify'], now) },
      step: { what: 'verified' },
      notify: [{ kind: 'verified', to: assignee(order) }],
    }
  }
  if (!verdict.reason) throw invalid('reason', '请说明哪里没有修好', 'Please say what still needs fixing')
  return {
    set: {
      ...inStatus('assigned'),
      reopened: order.reopened + 1,
      clocks: restart(
        order.clocks.filter(clock => clock.name !== 'verify'),
        finishClock(now, promises),
      ),
    },
    step: { what: 'reopened', note: verdict.reason },
    notify: [
      { kind: 'reopened', to: assignee(order) },
      { kind: 'reopened', to: butlers },
    ],
  }
}

/** Closed by the timer, because the resident has not accepted or rejected the work in time. */
export const closeByItself = (order: Order, now: Date): Change => ({
  set: { ...inStatus('closed'), clocks: meet(order.clocks, ['verify'], now) },
  step: { what: 'closedByItself' },
  notify: [
    { kind: 'closedByItself', to: reporters(order) },
    { kind: 'closedByItself', to: assignee(order) },
  ],
})

export const rate = (
  order: Order,
  given: { speed: number; quality: number; attitude: number; comment?: string | undefined },
): Change => ({
  set: {
    rating: {
      speed: given.speed,
      quality: given.quality,
      attitude: given.attitude,
      comment: given.comment ?? null,
    },
  },
  step: { what: 'rated' },
  notify: [{ kind: 'rated', to: assignee(order) }],
})

/** Seconds between two reminders about one order; docs/promises.md, `urge`. */
const urgeEverySeconds = 300

/** @throws Refusal TOO_MANY with the seconds that are left */
export function urge(order: Order, now: Date): Change {
  const passed = order.urgedAt === null ? Infinity : (now.getTime() - Date.parse(order.urgedAt)) / 1000
  if (passed < urgeEverySeconds) {
    const retryAfter = Math.ceil(urgeEverySeconds - passed)
    throw new Refusal('TOO_MANY', {
      words: words(
        '刚刚催过了，{minutes} 分钟后可再催',
        'You have just sent a reminder. Try again in {minutes} min.',
      ),
      values: { minutes: Math.ceil(retryAfter / 60) },
      retryAfter,
    })
  }
  return {
    set: { urged: order.urged + 1, urgedAt: now.toISOString() },
    step: { what: 'urged' },
    notify: [{ kind: 'urged', to: order.assigneeId === null ? butlers : assignee(order) }],
  }
}

/** @throws Refusal INVALID_INPUT when staff cancel without a reason */
export function cancel(order: Order, caller: Caller, theirs: boolean, reason: string | undefined): Change {
  if (!theirs && hasPost(caller, 'butler') && !reason)
    throw invalid('reason', '请填写取消原因', 'Please give a reason')
  return {
    set: { ...inStatus('cancelled'), clocks: stopAll(order.clocks) },
    step: { what: 'cancelled', ...(reason ? { note: reason } : {}) },
    notify: [
      { kind: 'cancelled', to: theirs ? butlers : reporters(order) },
      { kind: 'cancelled', to: assignee(order) },
    ],
  }
}

export const merge = (order: Order, into: Order): Change => ({
  set: { ...inStatus('cancelled'), mergedInto: into._id, clocks: stopAll(order.clocks) },
  step: { what: 'merged', note: into.no },
  notify: [{ kind: 'merged', to: reporters(order) }],
})

/** Notifies the butlers and the manager, once, of the clocks that have run out. */
export const escalate = (order: Order, now: Date): Change => ({
  set: {
    clocks: order.clocks.map(clock =>
      clock.metAt === null && clock.dueAt <= now.toISOString() ? { ...clock, told: true } : clock,
    ),
  },
  step: { what: 'overdue' },
  notify: [
    { kind: 'overdue', to: butlers },
    { kind: 'overdue', to: { post: 'manager' } },
  ],
})
