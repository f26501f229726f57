import fc from 'fast-check'
import { answerTo, commentsOf, compact, movesOf } from '@domain/event/compact'
import {
  countEntries,
  holdHours,
  lapsedHolds,
  waitingList,
  nextLapse,
  positionOf,
  seatsLeft,
  seatsOf,
  type Entry,
  type Seats,
} from '@domain/event/seats'

const start = Date.parse('2026-11-01T00:00:00Z')
const hour = 3_600_000
const until = new Date(start + 100 * hour).toISOString()
const at = (hours: number): string => new Date(start + hours * hour).toISOString()
const people = Array.from({ length: 12 }, (_, n) => `p${String(n)}`)

const terms = (capacity: number, perHouse: number | null = null, hours = 0): Entry => ({
  what: 'terms',
  at: at(hours),
  request: 'terms',
  capacity,
  perHouse,
  until,
})
const signUp = (who: string, party: number, hours: number, house = `h-${who}`): Entry => ({
  what: 'signUp',
  who,
  house,
  code: house,
  party,
  at: at(hours),
  request: `${who}-${String(hours)}`,
})
const entry = (what: 'withdraw' | 'confirm' | 'lapse' | 'checkIn', who: string, hours: number): Entry => ({
  what,
  who,
  at: at(hours),
  request: `${what}-${who}-${String(hours)}`,
})
const stateOf = (seats: Seats, who: string) => seats.places.get(who)?.state ?? null
const seatedPeople = ({ places }: Seats): number =>
  [...places.values()].filter(({ state }) => state !== 'waiting').reduce((all, { party }) => all + party, 0)

test('seats are given in the order of asking; a party that does not fit waits, and a smaller one behind it does not', () => {
  const seats = seatsOf([
    terms(4),
    signUp('a', 3, 1),
    signUp('b', 2, 2),
    signUp('c', 1, 3),
    signUp('d', 1, 4),
  ])
  expect(['a', 'b', 'c', 'd'].map(who => stateOf(seats, who))).toEqual([
    'confirmed',
    'waiting',
    'confirmed',
    'waiting',
  ])
  expect([positionOf(seats, 'b'), positionOf(seats, 'd'), positionOf(seats, 'a'), seatsLeft(seats)]).toEqual([
    1,
    2,
    null,
    0,
  ])
})

test('a freed seat is held for twelve hours for the first in the line that fits, then passes on', () => {
  const log = [
    terms(3),
    signUp('a', 1, 1),
    signUp('b', 2, 1),
    signUp('c', 2, 2),
    signUp('d', 1, 3),
    signUp('e', 1, 4),
    entry('withdraw', 'a', 5),
  ]
  const held = seatsOf(log)
  expect([stateOf(held, 'c'), stateOf(held, 'd'), stateOf(held, 'e')]).toEqual(['waiting', 'held', 'waiting'])
  expect(held.places.get('d')?.heldUntil).toBe(at(5 + holdHours))
  expect([held.news, nextLapse(held)]).toEqual([[{ what: 'held', who: 'd', until: at(17) }], at(17)])
  expect([lapsedHolds(held, at(16)).length, lapsedHolds(held, at(17)).map(({ who }) => who)]).toEqual([
    0,
    ['d'],
  ])
  const passed = seatsOf([...log, entry('lapse', 'd', 17)])
  expect([stateOf(passed, 'd'), stateOf(passed, 'e'), passed.news.length]).toEqual([null, 'held', 3])
  expect(seatsOf([...log, entry('lapse', 'd', 16)]).outcomes.at(-1)).toBe('noHold')
  // A late answer is refused as late, not as if the person had never signed up.
  expect(seatsOf([...log, entry('lapse', 'd', 17), entry('confirm', 'd', 18)]).outcomes.at(-1)).toBe(
    'holdOver',
  )
})

test('a hold ends with sign-up, is confirmed before it ends and not after', () => {
  const log = [terms(1), signUp('a', 1, 1), signUp('b', 1, 2), entry('withdraw', 'a', 95)]
  expect(seatsOf(log).places.get('b')?.heldUntil).toBe(until)
  expect(stateOf(seatsOf([...log, entry('confirm', 'b', 99)]), 'b')).toBe('confirmed')
  expect(seatsOf([...log, entry('confirm', 'b', 100)]).outcomes.at(-1)).toBe('holdOver')
  expect(seatsOf([terms(1), signUp('a', 1, 1), signUp('b', 1, 2), entry('withdraw', 'a', 101)]).news).toEqual(
    [],
  )
})

test('a person signs up once, a house has a limit, nobody signs up after the end or checks in twice', () => {
  const log = [
    terms(9, 3),
    signUp('a', 2, 1, 'h'),
    signUp('a', 1, 2, 'h'),
    signUp('b', 2, 3, 'h'),
    signUp('c', 1, 4, 'h'),
    signUp('d', 1, 101),
    entry('checkIn', 'a', 5),
    entry('checkIn', 'a', 6),
    entry('withdraw', 'a', 7),
    entry('withdraw', 'x', 8),
  ]
  expect(seatsOf(log).outcomes).toEqual([
    'done',
    'done',
    'already',
    'houseFull',
    'done',
    'over',
    'done',
    'twice',
    'twice',
    'notIn',
  ])
})

test('those who came rate the event; where nobody was checked in, everybody with a seat does', () => {
  const rate = (who: string): Entry => ({
    what: 'rate',
    who,
    stars: 4,
    comment: null,
    at: at(200),
    request: `rate-${who}`,
  })
  const log = [terms(2), signUp('a', 1, 1), signUp('b', 1, 2), signUp('c', 1, 3)]
  expect(seatsOf([...log, rate('a'), rate('b'), rate('c')]).outcomes.slice(-3)).toEqual([
    'done',
    'done',
    'notIn',
  ])
  expect(seatsOf([...log, entry('checkIn', 'a', 90), rate('a'), rate('b')]).outcomes.slice(-2)).toEqual([
    'done',
    'absent',
  ])
})

test('fewer seats take none away; more are held for the line', () => {
  const log = [terms(3), signUp('a', 2, 1), signUp('b', 1, 2), signUp('c', 2, 3), terms(1, null, 4)]
  expect([seatsOf(log).capacity, stateOf(seatsOf(log), 'a')]).toEqual([3, 'confirmed'])
  const more = seatsOf([...log, terms(5, null, 5)])
  expect([stateOf(more, 'c'), seatsLeft(more)]).toEqual(['held', 0])
})

test('the answer to a request does not change with what comes later', () => {
  const log = [
    terms(1),
    signUp('a', 1, 1),
    signUp('b', 1, 2),
    entry('withdraw', 'a', 3),
    entry('confirm', 'b', 4),
  ]
  expect([
    stateOf(seatsOf(log, 3), 'b'),
    positionOf(seatsOf(log, 3), 'b'),
    stateOf(seatsOf(log), 'b'),
  ]).toEqual(['waiting', 1, 'confirmed'])
})

const step = fc.record({
  what: fc.constantFrom('signUp', 'signUp', 'signUp', 'withdraw', 'confirm', 'lapse', 'checkIn', 'terms'),
  who: fc.constantFrom(...people),
  party: fc.integer({ min: 1, max: 5 }),
  house: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
  wait: fc.integer({ min: 0, max: 9 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A history as the functions write it: time goes on, and before each step the timer lapses expired holds. */
function historyOf(capacity: number, perHouse: number | null, steps: readonly Step[]): Entry[] {
  const log: Entry[] = [terms(capacity, perHouse)]
  let hours = 0
  const entryOf = ({ what, who, party, house }: Step): Entry => {
    switch (what) {
      case 'signUp':
        return signUp(who, party, hours, house)
      case 'terms':
        return terms(Math.max(1, capacity + party - 3), perHouse, hours)
      default:
        return entry(what, who, hours)
    }
  }
  for (const step of steps) {
    hours += step.wait
    for (const { who: late } of lapsedHolds(seatsOf(log), at(hours))) log.push(entry('lapse', late, hours))
    log.push(entryOf(step))
  }
  return log
}

test('after any steps: never more seats than there are, nobody overtaken, no seat lost, news only added', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 1, max: 6 })),
      fc.array(step, { maxLength: 60 }),
      (capacity, perHouse, steps) => {
        const log = historyOf(capacity, perHouse, steps)
        let known = 0
        for (let upTo = 1; upTo <= log.length; upTo++) {
          const seats = seatsOf(log, upTo)
          const taken = seatedPeople(seats)
          expect(taken).toBeLessThanOrEqual(seats.capacity)
          expect(seatsLeft(seats)).toBe(seats.capacity - taken)
          // While sign-up runs, a waiting party does not fit into the free seats.
          if ((log[upTo - 1]?.at ?? '') < until)
            for (const place of waitingList(seats)) expect(place.party).toBeGreaterThan(seatsLeft(seats))
          for (const house of new Set([...seats.places.values()].map(place => place.house))) {
            const ofHouse = [...seats.places.values()]
              .filter(place => place.house === house)
              .reduce((all, { party }) => all + party, 0)
            if (seats.perHouse !== null) expect(ofHouse).toBeLessThanOrEqual(seats.perHouse)
          }
          expect(seats.news.length).toBeGreaterThanOrEqual(known)
          known = seats.news.length
          expect(seats.outcomes.length).toBe(upTo)
        }
        // The answers about the beginning do not change.
        const half = seatsOf(log, Math.ceil(log.length / 2))
        expect(seatsOf(log).news.slice(0, half.news.length)).toEqual(half.news)
        expect(seatsOf(log).outcomes.slice(0, half.outcomes.length)).toEqual(half.outcomes)
      },
    ),
    { numRuns: 400 },
  )
})

/** Everything that follows from a log, with the outcomes and answers of its entries from a number on. */
function factsOf(log: readonly Entry[], from: number, told: number) {
  const { capacity, perHouse, until: end, places, lapsed, news, newsFrom, outcomes } = seatsOf(log)
  const recent = log.slice(log.length - (countEntries(log) - from))
  return {
    terms: [capacity, perHouse, end],
    places: [...places],
    line: waitingList(seatsOf(log)).map(({ who }) => who),
    lapsed: [...lapsed].sort(),
    news: news.slice(told - newsFrom),
    outcomes: outcomes.slice(outcomes.length - recent.length),
    answers: recent.map(({ request }) => answerTo(log, request)),
    moves: people.map(who => movesOf(log, who)),
    comments: commentsOf(log),
    entries: countEntries(log),
  }
}

test('a compacted log comes to the same seats, line, tickets, news and answers, however often it is compacted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.option(fc.integer({ min: 1, max: 6 })),
      fc.array(step, { maxLength: 60 }),
      fc.record({ cuts: fc.array(fc.nat(80), { minLength: 1, maxLength: 4 }), sent: fc.nat(20) }),
      (capacity, perHouse, steps, { cuts, sent }) => {
        // Each entry is a request of its own.
        const log = historyOf(capacity, perHouse, steps).map((each, n) => ({
          ...each,
          request: `r${String(n)}`,
        }))
        let stored: Entry[] = []
        let compactedTo = 0
        let told = 0
        log.forEach((each, n) => {
          stored.push(each)
          if (!cuts.includes(n)) return
          told = Math.min(sent, seatsOf(log, n + 1).news.length)
          stored = compact(stored, told)
          compactedTo = n + 1
          // The last answers of each person stay.
          for (const who of people) {
            const own = log.slice(0, n + 1).filter(one => 'who' in one && one.who === who)
            for (const { request } of own.slice(-3))
              expect(answerTo(stored, request)).toEqual(answerTo(log, request))
          }
        })
        expect(factsOf(stored, compactedTo, told)).toEqual(factsOf(log, compactedTo, told))
        expect(stored.length).toBe(log.length - compactedTo + (compactedTo > 0 ? 1 : 0))
      },
    ),
    { numRuns: 400 },
  )
})
