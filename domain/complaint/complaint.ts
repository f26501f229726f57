import type { Audience, Carrier } from '../notice/letter'
import type { Category, ClockName, ComplaintStep, Status } from './contract'
import type { ComplaintLetter } from './wording'

export interface StoredClock {
  name: ClockName
  dueAt: string
  metAt: string | null
  /** Whom its running out was told: nobody, those who handle it, those above them. */
  told: 0 | 1 | 2
}
export type By = { openid: string; role: ComplaintStep['by']['role']; name: string }
export interface Step { at: string; by: By; what: ComplaintStep['what']; note?: string; satisfied?: number; photos?: string[] }

/** A complaint as the database keeps it. All instants ISO 8601 UTC. */
export interface Complaint extends Carrier {
  no: string
  key: string
  status: Status
  open: boolean
  category: Category
  content: string
  photos: string[]
  voice: { fileID: string; seconds: number } | null
  /** Pictures that WeChat has not passed yet: for their author and staff only. */
  unchecked: string[]
  about: { kind: 'place' | 'repair' | 'charge' | 'person'; id: string | null; text: string } | null
  /** Openid of the person it is about, who never sees it. */
  aboutPerson: string | null
  anonymous: boolean
  /** Whose it is: the openid, or for an anonymous one a keyed hash from which nobody gets back to it. */
  authorKey: string
  /** Name, phone and house of an anonymous author, sealed; null: `contact` has them. */
  sealed: string | null
  contact: { name: string; phone: string } | null
  houseId: string | null
  house: string | null
  clocks: StoredClock[]
  /** The next thing that the timer has to look at; null: nothing. */
  alarm: string | null
  /** What queues are sorted by. */
  dueKey: string
  /** Openids of those who handled it: they do not call back. */
  handlers: string[]
  /** Handled by the manager from now on, after a bad answer. */
  escalated: boolean
  outcome: string | null
  resolvedAt: string | null
  satisfied: number | null
  reopened: number
  calls: { at: string; part: DayPart }[]
  asked: boolean
  timeline: Step[]
  createdAt: string
  /** When it last changed, as a sort key: the figures follow it. */
  changedKey: string
}

/** Calls that reach nobody are tried at different hours: before noon, in the afternoon, in the evening. */
export type DayPart = 'morning' | 'afternoon' | 'evening'
export const dayPart = (hour: number): DayPart => (hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening')

export interface Change { set: Partial<Complaint>; step: Omit<Step, 'at' | 'by'>; tell: { kind: ComplaintLetter; to: Audience }[] }

/** The estate's promises for complaints: hours, but days where the name says so. */
export interface ComplaintPromises { acknowledgeHours: number; answerDays: number; callBackHours: number; reopenDays: number }
/** requirements.md, "Time promises"; contract.md: reopened within 30 days. */
export const defaultComplaintPromises: ComplaintPromises = { acknowledgeHours: 24, answerDays: 3, callBackHours: 48, reopenDays: 30 }

export const openStatuses: readonly Status[] = ['submitted', 'accepted', 'handling', 'resolved', 'called_back']
