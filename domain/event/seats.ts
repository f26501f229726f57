import type { PlaceState } from './kinds'

/**
 * Who has a seat is not stored: it follows from the log, in the order in which the database took its entries.
 * Each action appends one entry to the event's record, and every reader of the record gets the same result
 * (docs/decisions/seats.md).
 */
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

export interface Seats {
  capacity: number
  perHouse: number | null
  until: string
  places: Map<string, Place>
  /** The news from the number `newsFrom` on; a compacted log no longer has those before. */
  news: SeatNews[]
  newsFrom: number
  /** Those whose held seat has lapsed at some time. */
  lapsed: Set<string>
  /** One for each entry of the log as it is stored. */
  outcomes: Outcome[]
}

/**
 * docs/promises.md, `withdraw`: a free seat is held for the first on the waiting list that fits, for 12 h or
 * until sign-up ends.
 */
export const holdHours = 12

const seated = (place: Place): boolean => place.state !== 'waiting'
const sum = (places: Iterable<Place>): number => [...places].reduce((all, { party }) => all + party, 0)

/** Seats that are neither confirmed nor held; never below 0. */
export const seatsLeft = ({ capacity, places }: Seats): number =>
  Math.max(0, capacity - sum([...places.values()].filter(seated)))

/** Those who wait, in the order of sign-up. */
export const waitingList = ({ places }: Seats): Place[] =>
  [...places.values()].filter(place => !seated(place)).sort((a, b) => a.since - b.since)

/** A person's place on the waiting list, from 1; null: not on it. */
export function positionOf(seats: Seats, who: string): number | null {
  const at = waitingList(seats).findIndex(place => place.who === who)
  return at < 0 ? null : at + 1
}

/**
 * The seats that follow from the log, or from its first `upTo` entries.
 * @param visit is called after each entry, with the seats as they are then
 */
export function seatsOf(
  log: readonly Entry[],
  upTo = log.length,
  visit?: (entry: Entry, seats: Seats, outcome: Outcome) => void,
): Seats {
  const seats: Seats = {
    capacity: 0,
    perHouse: null,
    until: '',
    places: new Map(),
    news: [],
    newsFrom: 0,
    lapsed: new Set(),
    outcomes: [],
  }
  const before = numberOfFirst(log)
  log.slice(0, upTo).forEach((entry, n) => {
    const outcome = apply(seats, entry, before + n)
    seats.outcomes.push(outcome)
    visit?.(entry, seats, outcome)
  })
  return seats
}

/** The number of a log's first entry: entries keep their numbers when those before them are compacted. */
const numberOfFirst = ([first]: readonly Entry[]): number =>
  first?.what === 'compacted' ? first.entries - 1 : 0

/** The entry with this number; undefined: there is none, or it was compacted. */
export const entryAt = (log: readonly Entry[], number: number): Entry | undefined =>
  log[number - numberOfFirst(log)]

/** The number of entries that a log stands for. */
export const countEntries = (log: readonly Entry[]): number => numberOfFirst(log) + log.length

function apply(seats: Seats, entry: Entry, n: number): Outcome {
  switch (entry.what) {
    case 'terms':
      return changeTerms(seats, entry)
    case 'signUp':
      return signUp(seats, entry, n)
    case 'withdraw':
      return leave(seats, entry)
    case 'confirm':
      return confirm(seats, entry)
    case 'lapse':
      return lapse(seats, entry)
    case 'checkIn':
      return checkIn(seats, entry)
    case 'rate':
      return rate(seats, entry)
    case 'compacted':
      return takeUp(seats, entry)
  }
}

/** Goes on from what a compacted log came to. */
function takeUp(
  seats: Seats,
  { capacity, perHouse, until, places, news, newsFrom, lapsed }: Compacted,
): Outcome {
  Object.assign(seats, {
    capacity,
    perHouse,
    until,
    places: new Map(places.map(place => [place.who, place])),
    news: [...news],
    newsFrom,
    lapsed: new Set(lapsed),
  })
  return 'done'
}

/** Nobody loses a seat when the capacity is reduced: it goes no lower than the seats taken. */
function changeTerms(seats: Seats, { capacity, perHouse, until, at }: Terms): Outcome {
  Object.assign(seats, {
    capacity: Math.max(capacity, sum([...seats.places.values()].filter(seated))),
    perHouse,
    until,
  })
  offer(seats, at)
  return 'done'
}

function signUp(seats: Seats, { who, house, code, party, at }: SignUp, n: number): Outcome {
  if (seats.places.has(who)) return 'already'
  if (at >= seats.until) return 'over'
  const ofHouse = sum([...seats.places.values()].filter(place => place.house === house))
  if (seats.perHouse !== null && ofHouse + party > seats.perHouse) return 'houseFull'
  // Nobody is overtaken: those who wait do not fit into the seats left, or the seats would be held for them.
  const state = party <= seatsLeft(seats) ? 'confirmed' : 'waiting'
  seats.places.set(who, {
    who,
    house,
    code,
    party,
    state,
    heldUntil: null,
    since: n,
    at,
    checkedInAt: null,
    stars: null,
  })
  return 'done'
}

function leave(seats: Seats, { who, at }: Withdraw): Outcome {
  const place = seats.places.get(who)
  if (!place) return 'notIn'
  if (place.checkedInAt !== null) return 'twice'
  seats.places.delete(who)
  offer(seats, at)
  return 'done'
}

function confirm(seats: Seats, { who, at }: Confirm): Outcome {
  const place = seats.places.get(who)
  if (!place) return seats.lapsed.has(who) ? 'holdOver' : 'notIn'
  if (place.state === 'confirmed') return 'already'
  if (place.heldUntil === null) return 'noHold'
  if (at >= place.heldUntil) return 'holdOver'
  seats.places.set(who, { ...place, state: 'confirmed', heldUntil: null })
  return 'done'
}

function lapse(seats: Seats, { who, at }: Lapse): Outcome {
  const place = seats.places.get(who)
  if (!place || place.heldUntil === null || at < place.heldUntil) return 'noHold'
  seats.places.delete(who)
  seats.lapsed.add(who)
  seats.news.push({ what: 'lapsed', who, until: null })
  offer(seats, at)
  return 'done'
}

function checkIn(seats: Seats, { who, at }: CheckIn): Outcome {
  const place = seats.places.get(who)
  if (!place) return 'notIn'
  if (place.state !== 'confirmed') return 'unseated'
  if (place.checkedInAt !== null) return 'twice'
  seats.places.set(who, { ...place, checkedInAt: at })
  return 'done'
}

function rate(seats: Seats, { who, stars }: Rate): Outcome {
  const place = seats.places.get(who)
  if (!place || place.state !== 'confirmed') return 'notIn'
  if (place.stars !== null) return 'twice'
  if (!mayRate(seats, place)) return 'absent'
  seats.places.set(who, { ...place, stars })
  return 'done'
}

/** Whether a resident may rate: those who were checked in, or all with a seat if nobody was checked in. */
export const mayRate = ({ places }: Seats, { state, checkedInAt }: Place): boolean =>
  state === 'confirmed' &&
  (checkedInAt !== null || [...places.values()].every(place => place.checkedInAt === null))

/** Holds free seats for those on the waiting list who fit, in order; not after sign-up has ended. */
function offer(seats: Seats, at: string): void {
  if (at >= seats.until) return
  const end = new Date(Date.parse(at) + holdHours * 3_600_000).toISOString()
  const heldUntil = end < seats.until ? end : seats.until
  for (const place of waitingList(seats)) {
    if (place.party > seatsLeft(seats)) continue
    seats.places.set(place.who, { ...place, state: 'held', heldUntil })
    seats.news.push({ what: 'held', who: place.who, until: heldUntil })
  }
}

/** The held seats whose time is over. */
export const lapsedHolds = ({ places }: Seats, at: string): Place[] =>
  [...places.values()].filter(place => place.heldUntil !== null && place.heldUntil <= at)

/** When the next held seat ends; null: none is held. */
export const nextLapse = ({ places }: Seats): string | null =>
  [...places.values()].flatMap(({ heldUntil }) => heldUntil ?? []).sort()[0] ?? null
