import type { Audience, OutboxRecord } from '../notice/outbox'
import type { Category, ClockName, ComplaintStep, Status } from './contract'
import type { DayPart } from './day-parts'
import type { ComplaintMessage } from './messages'

export interface StoredClock {
  name: ClockName
  dueAt: string
  metAt: string | null
  /** Whom its running out was told (who.ts): nobody, those who handle it, those above them. */
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
/** For whom it waits: to be handled, called back, or answered in the app by its author; null: for nobody. */
export type WaitsFor = 'butler' | 'manager' | 'call' | 'answer'

/** Stands where an openid would: somebody of the staff, nobody knows who. The manager alone sees it, so that it cannot be whom it is about. */
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
  /** Pictures that WeChat has not passed yet: for their author and staff only. */
  unchecked: string[]
  about: { kind: 'place' | 'repair' | 'charge' | 'person'; id: string | null; text: string } | null
  /** Openid of the person it is about, who never sees it; `somebody`: of the staff, and its author does not know who. */
  aboutPerson: string | null
  /** That person is a manager: the butlers handle it, and the committee is told what runs late. */
  aboutManager: boolean
  anonymous: boolean
  /** Whose it is: the openid, or for an anonymous one a keyed hash from which nobody gets back to it. */
  authorKey: string
  /** Name, phone and house of an anonymous author and the repair it is about, sealed; null: it is not anonymous. */
  sealed: string | null
  contact: { name: string; phone: string } | null
  houseId: string | null
  house: string | null
  clocks: StoredClock[]
  /** The next thing that the timer has to look at; null: nothing. */
  alarm: string | null
  /** What queues are sorted by: the promise that runs out first. */
  dueKey: string
  /** Openids of those who handled it since it was last taken up: they do not call back. */
  handlers: string[]
  /** Handled by the manager from now on, after a bad answer. */
  escalated: boolean
  outcome: string | null
  resolvedAt: string | null
  satisfied: number | null
  reopened: number
  calls: { at: string; part: DayPart }[]
  /** When a call is worth while: at once, or after a failed one at another hour of the day; empty: nothing to call about. */
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
