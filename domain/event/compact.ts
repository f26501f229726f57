import {
  countEntries,
  positionOf,
  seatsOf,
  type Answer,
  type Compacted,
  type Entry,
  type Outcome,
  type Past,
  type Seats,
  type Step,
} from './seats'

/**
 * A log of seats in one entry: who has which place, what is still to be sent, and for each person how often
 * they have moved and their last answers. Whatever is appended comes to the same seats as before
 * (docs/decisions/seats.md).
 */

/** Answers kept for each person: a phone repeats a request before it makes the next. */
const answersKept = 3

/** The entries after which a log is compacted. */
export const compactAt = 400

/** @param newsTold how many of the news have been sent: those are left out */
export function compact(log: readonly Entry[], newsTold: number): [Compacted] {
  const { capacity, perHouse, until, places, lapsed, news, newsFrom } = seatsOf(log)
  const told = Math.min(Math.max(newsTold, newsFrom), newsFrom + news.length)
  return [
    {
      what: 'compacted',
      at: log[log.length - 1]?.at ?? '',
      request: `compacted-${String(countEntries(log))}`,
      entries: countEntries(log),
      capacity,
      perHouse,
      until,
      places: [...places.values()],
      lapsed: [...lapsed],
      newsFrom: told,
      news: news.slice(told - newsFrom),
      people: pastOf(log),
      comments: commentsOf(log),
    },
  ]
}

/** The comments of those who rated the event, with who wrote them. */
export const commentsOf = (log: readonly Entry[]): Compacted['comments'] =>
  log.flatMap(entry => {
    if (entry.what === 'compacted') return entry.comments
    return entry.what === 'rate' && entry.comment !== null ? [{ who: entry.who, comment: entry.comment }] : []
  })

function pastOf(log: readonly Entry[]): Past[] {
  const people = new Map<string, Past>()
  seatsOf(log, log.length, (entry, seats, outcome) => {
    if (entry.what === 'compacted') for (const past of entry.people) people.set(past.who, past)
    if (!('who' in entry)) return
    const { who, what, turn } = entry
    const past = people.get(who) ?? { who, turns: 0, signUps: 0, answers: [] }
    people.set(who, {
      who,
      turns: past.turns + (turn === undefined ? 0 : 1),
      signUps: past.signUps + (what === 'signUp' ? 1 : 0),
      answers: [...past.answers, answerOf(entry, seats, outcome)].slice(-answersKept),
    })
  })
  return [...people.values()]
}

function answerOf(entry: Step, seats: Seats, outcome: Outcome): Answer {
  const place = entry.what === 'signUp' ? seats.places.get(entry.who) : undefined
  return {
    request: entry.request,
    ...(entry.input === undefined ? {} : { input: entry.input }),
    outcome,
    state: place?.state ?? null,
    position: place?.state === 'waiting' ? positionOf(seats, place.who) : null,
  }
}

/** The answer to a request that a log holds, as it was then; null: it holds none. */
export function answerTo(log: readonly Entry[], request: string): Answer | null {
  const [first] = log
  if (first?.what === 'compacted') {
    const kept = first.people.flatMap(({ answers }) => answers).find(answer => answer.request === request)
    if (kept) return kept
  }
  const at = log.findIndex(entry => entry.request === request)
  const entry = log[at]
  if (entry === undefined || entry.what === 'compacted') return null
  const then = seatsOf(log, at + 1)
  return answerOf(entry, then, then.outcomes[at] ?? 'done')
}

/** How many moves of their own a person has made, and how many of them were sign-ups. */
export function movesOf(log: readonly Entry[], who: string): { turns: number; signUps: number } {
  const [first] = log
  const past = first?.what === 'compacted' ? first.people.find(each => each.who === who) : undefined
  const own = log.filter(entry => 'who' in entry && entry.who === who)
  return {
    turns: (past?.turns ?? 0) + own.filter(entry => 'turn' in entry && entry.turn !== undefined).length,
    signUps: (past?.signUps ?? 0) + own.filter(({ what }) => what === 'signUp').length,
  }
}

/** What a log holds of a person, for their own copy. */
export const ofPerson = (log: readonly Entry[], who: string): object[] =>
  log.flatMap((entry): object[] => {
    if ('who' in entry) return entry.who === who ? [entry] : []
    if (entry.what !== 'compacted') return []
    const own = <T extends { who: string }>(items: readonly T[]): T[] =>
      items.filter(item => item.who === who)
    const { places, news, people, comments } = entry
    return [{ places: own(places), news: own(news), people: own(people), comments: own(comments) }]
  })

/** A log with an alias in the place of a person, and without their comments; it comes to the same seats. */
export function withAlias(log: readonly Entry[], who: string, alias: string): Entry[] {
  const named = <T extends { who: string }>(item: T): T => (item.who === who ? { ...item, who: alias } : item)
  // A turn, and the request that ends a membership's seat, name the person too.
  const reworded = (text: string): string => text.replaceAll(who, alias)
  return log.map(entry => {
    if (entry.what === 'compacted')
      return {
        ...entry,
        places: entry.places.map(named),
        news: entry.news.map(named),
        lapsed: entry.lapsed.map(each => (each === who ? alias : each)),
        comments: entry.comments.filter(each => each.who !== who),
        people: entry.people.map(past => (past.who === who ? { ...past, who: alias, answers: [] } : past)),
      }
    if (!('who' in entry) || entry.who !== who) return entry
    return {
      ...entry,
      who: alias,
      request: reworded(entry.request),
      ...(entry.turn === undefined ? {} : { turn: reworded(entry.turn) }),
      ...('comment' in entry ? { comment: null } : {}),
    }
  })
}
