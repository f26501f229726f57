import type {
  CheckIn,
  Compacted,
  Confirm,
  Entry,
  Lapse,
  Outcome,
  Place,
  Rate,
  SeatNews,
  SignUp,
  Terms,
  Withdraw,
} from './log'

export type {
  SignUp,
  Withdraw,
  Confirm,
  Lapse,
  CheckIn,
  Rate,
  Terms,
  Compacted,
  Past,
  Answer,
  Step,
  OwnMove,
  Entry,
  Place,
  Outcome,
  SeatNews,
} from './log'

/**
 * Who has a seat is not stored: it follows from the log, in the order in which the database took its entries.
 * Each action appends one entry to the event's record, and every reader of the record gets the same result
 * (docs/decisions/seats.md).
 */
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
