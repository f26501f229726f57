import type { Audience, OutboxRecord } from '../notice/outbox'
import type { Category, ClockName, ComplaintStep, Status } from './contract'
import type { DayPart } from './day-parts'
import type { ComplaintMessage } from './messages'

export interface StoredClock {
  name: ClockName
  dueAt: string
  metAt: string | null
  /**
   * Who was notified that it ran out (who.ts). 0: nobody; 1: the role that handles it; 2: the role above too.
   */
  told: 0 | 1 | 2
}
export type By = { openid: string; role: ComplaintStep['by']['role']; name: string }
export interface Step {
  at: string
  by: By
  what: ComplaintStep['what']
  note?: string
  satisfied?: number
  photos?: string[]
  late?: ComplaintStep['late']
  told?: ComplaintStep['told']
}
/** Whom it waits for: a post to handle it, a call-back, or its author's answer in the app; null: nobody. */
export type WaitsFor = 'butler' | 'manager' | 'call' | 'answer'

/**
 * In the place of an openid: a member of staff whom the author could not name. Only managers see such a
 * complaint, so that the person it is about does not.
 */
export const unknownStaff = '?'

/** A complaint as the database keeps it. All instants ISO 8601 UTC. */
export interface Complaint extends OutboxRecord {
  no: string
  key: string
  status: Status
  waitsFor: WaitsFor | null
  category: Category
  content: string
  photos: string[]
  voice: { fileID: string; seconds: number } | null
  /** Pictures that have not passed WeChat's safety check yet: only their author and staff see them. */
  unchecked: string[]
  about: { kind: 'place' | 'repair' | 'charge' | 'person'; id: string | null; text: string } | null
  /**
   * Openid of the person it is about, who never sees it; `unknownStaff`: the author could not name the member
   * of staff.
   */
  aboutPerson: string | null
  /**
   * The person it is about is a manager: the butlers handle it, and what runs late is escalated to the
   * committee.
   */
  aboutManager: boolean
  anonymous: boolean
  /** The author: the openid, or for an anonymous complaint a keyed hash that cannot be reversed. */
  authorKey: string
  /**
   * Encrypted: name, phone and house of an anonymous author, and the repair it is about. Null: it is not
   * anonymous.
   */
  sealed: string | null
  contact: { name: string; phone: string } | null
  houseId: string | null
  house: string | null
  clocks: StoredClock[]
  /** When the timer has to look next; null: never. */
  alarm: string | null
  /** Sort key of the queues: the promise that runs out first. */
  dueKey: string
  /**
   * Openids of those who handled it since it was last submitted or reopened: they do not make the call-back.
   */
  handlers: string[]
  /**
   * Openids of all who have acted on it, but for the author of an anonymous one: where they are erased from.
   */
  hands?: string[]
  /** Handled by the manager from now on, after a bad rating. */
  escalated: boolean
  outcome: string | null
  resolvedAt: string | null
  satisfied: number | null
  reopened: number
  calls: { at: string; part: DayPart }[]
  /**
   * When to call: at once, or after a failed call at another part of the day; empty: there is nothing to call
   * about.
   */
  callFrom: string
  asked: boolean
  timeline: Step[]
  createdAt: string
  /** When it last changed, as a sort key: the figures follow it. */
  changedKey: string
}

export interface Change {
  set: Partial<Complaint>
  step: Omit<Step, 'at' | 'by'>
  notify: { kind: ComplaintMessage; to: Audience }[]
}
