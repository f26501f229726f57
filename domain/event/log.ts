import type { PlaceState } from './kinds'

/** The log of an event's seats: what is appended to it, and what follows from it (seats.ts). */
interface Happened {
  /** ISO 8601 UTC. */
  at: string
  /** Stands for the request, so that a repeated request is recognised and gets the first answer. */
  request: string
  /** Stands for action and input, so that the same id with another input is refused. */
  input?: string
}
interface ByPerson extends Happened {
  who: string
  /** The person and the number of their own move: no two entries have the same. Absent: not their own. */
  turn?: string
}

export interface SignUp extends ByPerson {
  what: 'signUp'
  house: string
  code: string
  party: number
}
export interface Withdraw extends ByPerson {
  what: 'withdraw'
}
export interface Confirm extends ByPerson {
  what: 'confirm'
}
/** The end of a held seat. The timer appends it: time alone changes nothing. */
export interface Lapse extends ByPerson {
  what: 'lapse'
}
export interface CheckIn extends ByPerson {
  what: 'checkIn'
}
export interface Rate extends ByPerson {
  what: 'rate'
  stars: number
  comment: string | null
}
export interface Terms extends Happened {
  what: 'terms'
  capacity: number
  perHouse: number | null
  until: string
}
/** What all entries up to here came to (compact.ts); the first of a log that was compacted. */
export interface Compacted {
  what: 'compacted'
  at: string
  request: string
  /** The number of entries that it stands for. */
  entries: number
  capacity: number
  perHouse: number | null
  until: string
  places: Place[]
  /** Those whose held seat has lapsed. */
  lapsed: string[]
  /** News before this number have been sent; `news` are those from it on. */
  newsFrom: number
  news: SeatNews[]
  people: Past[]
  comments: { who: string; comment: string }[]
}
/** What a compacted log keeps of a person's own moves. */
export interface Past {
  who: string
  turns: number
  signUps: number
  /** The last requests about the person with their answers, the newest last. */
  answers: Answer[]
}
/** The answer to a request: its outcome and, for a sign-up, the place that it got. */
export interface Answer {
  request: string
  input?: string
  outcome: Outcome
  state: PlaceState | null
  position: number | null
}

/** What is appended to a log. */
export type Step = SignUp | Withdraw | Confirm | Lapse | CheckIn | Rate | Terms
/** What a person does about their own place. */
export type OwnMove = SignUp | Withdraw | Confirm | Rate
export type Entry = Step | Compacted

export interface Place {
  who: string
  house: string
  code: string
  party: number
  state: PlaceState
  /** Held until then; null: not held. */
  heldUntil: string | null
  /** The number of the sign-up in the log: the order of the waiting list, and part of the ticket. */
  since: number
  /** When the person signed up. */
  at: string
  checkedInAt: string | null
  stars: number | null
}

/** The result of an entry: it counted, or why it did not. */
export type Outcome =
  | 'done'
  | 'already'
  | 'over'
  | 'houseFull'
  | 'notIn'
  | 'noHold'
  | 'holdOver'
  | 'unseated'
  | 'absent'
  | 'twice'

/** A notification of a resident because of what others did. Append-only, like the log. */
export interface SeatNews {
  what: 'held' | 'lapsed'
  who: string
  until: string | null
}
