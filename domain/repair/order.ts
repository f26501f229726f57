import { livedIn, livesIn, type Caller } from '../kernel/people'
import type { Audience, OutboxRecord } from '../notice/outbox'
import type { RepairMessage } from './messages'
import type { Category, ClockName, QuoteItem, Status, TimelineEntry } from './contract'

/** A clock as it is stored; whether it is missed follows from the time and is not stored. */
export interface StoredClock {
  name: ClockName
  dueAt: string
  metAt: string | null
  /** Its running out has been notified. */
  told: boolean
}

export type By = {
  openid: string
  role: 'resident' | 'butler' | 'technician' | 'manager' | 'system'
  name: string
}
export interface Step {
  at: string
  by: By
  what: TimelineEntry['what']
  note?: string
  photos?: string[]
  /** Openid of the technician to whom it was assigned; `note` is their name. */
  to?: string
}

/** A work order as the database keeps it. All instants ISO 8601 UTC. */
export interface Order extends OutboxRecord {
  no: string
  /** Sort key: submission time and id. */
  key: string
  status: Status
  open: boolean
  place: 'house' | 'public'
  houseId: string | null
  house: string | null
  facility: string | null
  category: Category
  urgency: 'normal' | 'urgent'
  description: string
  photos: string[]
  /** Pictures that have not passed WeChat's safety check yet: only their author and staff see them. */
  unchecked: string[]
  appointment: { from: string; to: string } | null
  clocks: StoredClock[]
  /**
   * When the timer has to look next: the due time of the next clock that is not notified. Null: no clock
   * runs.
   */
  alarm: string | null
  /** Sort key of the queue: the next due time and the id. */
  dueKey: string
  assignee: { id: string; name: string } | null
  /** The assignee's openid, as a field of its own for the index. */
  assigneeId: string | null
  quote: { items: QuoteItem[]; total: number; state: 'waiting' | 'agreed' | 'declined' } | null
  rating: { speed: number; quality: number; attitude: number; comment: string | null } | null
  reopened: number
  urged: number
  urgedAt: string | null
  mergedInto: string | null
  /** Openids of those who reported it, the one whose report it is first; more than one after a merge. */
  reporters: string[]
  /** Openids of all who have acted on it or were assigned to it: where they are erased from. */
  hands?: string[]
  contact: { name: string; phone: string }
  timeline: Step[]
  createdAt: string
  /** When it last changed, as a sort key: the figures follow it. */
  changedKey: string
}

/** What a move changes: the fields to set, the step of the timeline, and who is notified. */
export interface Change {
  set: Partial<Order>
  step: Omit<Step, 'at' | 'by'>
  notify: { kind: RepairMessage; to: Audience }[]
}

/** Whether the order is the caller's own report, not one that theirs was merged into. */
export const isOwnReport = (order: Order, caller: Caller): boolean => order.reporters[0] === caller.openid

/**
 * Whether the order is the caller's: of a public place their own report; of a house where they live, their
 * own report, or one since they joined, because earlier ones are of the household before.
 */
export const isTheirs = (order: Order, caller: Caller): boolean =>
  order.place === 'house'
    ? livedIn(caller, order.houseId, order.createdAt) ||
      (isOwnReport(order, caller) && livesIn(caller, order.houseId))
    : isOwnReport(order, caller)

/** Whether a report of the caller was merged into the order: they follow its progress, and no more. */
export const isFollowed = (order: Order, caller: Caller): boolean =>
  order.reporters.includes(caller.openid) && (order.place === 'public' || livesIn(caller, order.houseId))
