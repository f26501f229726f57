import type { Complaint } from '../complaint/complaint'
import type { Order } from '../repair/order'
import type { Dimension, FigureName } from './figure-names'

/** Who did it: the figure counts for them. */
export interface Worker {
  id: string
  name: string
}
/** What one record adds to one figure: a numerator and a denominator, and for whom it counts. Whole numbers, so that the order of adding does not matter. */
export interface Part {
  figure: FigureName
  sum: number
  count: number
  by: Worker | null
}
export interface Cell {
  figure: FigureName
  sum: number
  count: number
  dimension: Dimension
  value: string
}
/** A record as the figures see it. */
export interface Counted {
  parts: Part[]
  building: string
  category: string
}

const share = (figure: FigureName, isMet: boolean, by: Worker | null): Part => ({
  figure,
  sum: isMet ? 1 : 0,
  count: 1,
  by,
})
const minutes = (figure: FigureName, from: string, to: string | undefined, by: Worker | null): Part[] =>
  to === undefined
    ? []
    : [{ figure, sum: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)), count: 1, by }]

interface Clock {
  dueAt: string
  metAt: string | null
  told: boolean | number
}
/** Clocks count once they have stopped, or have been told of as missed: what they say does not change with the time of asking. All have to be kept. */
function kept(figure: FigureName, clocks: readonly Clock[], by: Worker | null): Part[] {
  const over = clocks.filter(clock => clock.metAt !== null || clock.told)
  return over.length === 0
    ? []
    : [
        share(
          figure,
          over.every(({ metAt, dueAt }) => metAt !== null && metAt <= dueAt),
          by,
        ),
      ]
}

/** 12 of 12-1: the first part of a house's code. */
export const buildingOf = (house: string | null): string => house?.split('-')[0] ?? ''
/** docs/promises.md: 4 or 5 of 5 is satisfied. */
const isSatisfied = (points: number): boolean => points >= 4
const doerOf = (step: { by: { openid: string; name: string } } | undefined): Worker | null =>
  step === undefined || step.by.openid === '' ? null : { id: step.by.openid, name: step.by.name }
const last = <T>(all: readonly T[], is: (one: T) => boolean): T | undefined => [...all].reverse().find(is)

/**
 * What a repair adds; cancelled ones add nothing. The response counts for whoever took it, the rest for the technician.
 * Three scores of a rating count together: satisfied is a mean of 4 or more.
 */
export function countOrder(order: Order): Counted {
  const { rating, clocks, status, createdAt, timeline, assignee } = order
  const about = { building: buildingOf(order.house), category: `repair.${order.category}` }
  if (status === 'cancelled') return { ...about, parts: [] }
  const points = rating && rating.speed + rating.quality + rating.attitude
  const taken = timeline.find(({ what }) => what === 'accepted' || what === 'assigned' || what === 'grabbed')
  const isDone = status === 'finished' || status === 'closed'
  const done = isDone ? last(timeline, ({ what }) => what === 'finished')?.at : undefined
  return {
    ...about,
    parts: [
      // Being there in time is the technician's; taking it in time is whoever took it.
      ...kept(
        'repairsAccepted',
        clocks.filter(({ name }) => name === 'accept'),
        doerOf(taken),
      ),
      ...kept(
        'repairsAccepted',
        clocks.filter(({ name }) => name === 'onSite'),
        assignee,
      ),
      ...kept(
        'repairsFinished',
        clocks.filter(({ name }) => name === 'finish'),
        assignee,
      ),
      ...(status === 'closed' ? [share('reopened', order.reopened > 0, assignee)] : []),
      ...(points
        ? [
            share('satisfied', isSatisfied(points / 3), assignee),
            { figure: 'score' as const, sum: points, count: 3, by: assignee },
          ]
        : []),
      ...minutes('responseMinutes', createdAt, taken?.at, doerOf(taken)),
      ...minutes('startMinutes', createdAt, timeline.find(({ what }) => what === 'started')?.at, assignee),
      ...minutes('completionMinutes', createdAt, done, assignee),
    ],
  }
}

/** What a complaint adds; invalid and withdrawn ones add nothing. The response counts for whoever accepted it, the rest for whoever answered it last, a rating for whoever gave the answer that was rated. */
export function countComplaint(complaint: Complaint): Counted {
  const { status, satisfied, clocks, timeline, createdAt, resolvedAt } = complaint
  // What is about a person counts for no building: a villa is one household, and that person can see the figures.
  const about = {
    building: complaint.aboutPerson === null ? buildingOf(complaint.house) : '',
    category: `complaint.${complaint.category}`,
  }
  if (status === 'invalid' || status === 'withdrawn') return { ...about, parts: [] }
  const taken = timeline.find(({ what }) => what === 'accepted')
  const first = doerOf(taken)
  const isAnswer = ({ what }: { what: string }) => what === 'resolved'
  const by = doerOf(last(timeline, isAnswer)) ?? first
  // A rating is of the answer that stood when it was given, whoever has answered since.
  const rated =
    doerOf(
      last(
        timeline.slice(0, timeline.map(step => step.satisfied !== undefined).lastIndexOf(true) + 1),
        isAnswer,
      ),
    ) ?? by
  const isClosed = status === 'closed'
  const isCalled = timeline.some(({ what }) => what === 'calledBack' || what === 'answered')
  const isResolved = isClosed || status === 'resolved' || status === 'called_back'
  return {
    ...about,
    parts: [
      share('complaintsResolved', isClosed, by),
      ...(isClosed ? [share('calledBack', isCalled, by), share('reopened', complaint.reopened > 0, by)] : []),
      ...(satisfied === null
        ? []
        : [
            share('satisfied', isSatisfied(satisfied), rated),
            { figure: 'score' as const, sum: satisfied, count: 1, by: rated },
          ]),
      ...kept(
        'acknowledged',
        clocks.filter(({ name }) => name === 'acknowledge'),
        first,
      ),
      ...kept(
        'answered',
        clocks.filter(({ name }) => name === 'answer'),
        by,
      ),
      ...minutes('responseMinutes', createdAt, taken?.at, first),
      ...minutes('completionMinutes', createdAt, isResolved ? (resolvedAt ?? undefined) : undefined, by),
    ],
  }
}

const keyOf = ({ figure, dimension, value }: Cell): string => `${figure}|${dimension}|${value}`

/** Sums of cells, each figure, dimension and value once. */
export function addUp(cells: Iterable<Cell>): Cell[] {
  const sums = new Map<string, Cell>()
  for (const cell of cells) {
    const sum = sums.get(keyOf(cell))
    if (sum) {
      sum.sum += cell.sum
      sum.count += cell.count
    } else sums.set(keyOf(cell), { ...cell })
  }
  return [...sums.values()]
}

/** What records add to every dimension. */
export const cellsOf = (records: readonly Counted[]): Cell[] =>
  addUp(
    records.flatMap(({ parts, building, category }) =>
      parts.flatMap(({ figure, sum, count, by }): Cell[] => {
        const part = { figure, sum, count }
        return [
          { ...part, dimension: 'all', value: '' },
          { ...part, dimension: 'building', value: building },
          { ...part, dimension: 'category', value: category },
          ...(by ? [{ ...part, dimension: 'person' as const, value: by.id }] : []),
        ]
      }),
    ),
  )
/** Everybody for whom something counts, once. */
export const workersOf = (records: readonly Counted[]): Worker[] => [
  ...new Map(
    records.flatMap(({ parts }) => parts.flatMap(({ by }) => (by ? [[by.id, by] as const] : []))),
  ).values(),
]

/** A day, or a month as the sum of its days. `_id` stands for estate and key; `key` is `2026-11-24` or `2026-11`, by the estate's calendar. */
export interface Tally {
  _id: string
  estateId: string
  key: string
  cells: Cell[]
  people: Worker[]
  countedAt: string
}

/** The days from one to another, both included; `2026-11-24`. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
/** The calendar day that follows. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const lastOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** The tallies that make up a period: whole months by theirs, the days at its edges by their own. */
export function talliesFor(first: string, last: string): string[] {
  const all = daysBetween(first, last)
  const months = [...new Set(all.map(day => day.slice(0, 7)))].filter(
    month => first <= `${month}-01` && lastOfMonth(month) <= last,
  )
  return [...months, ...all.filter(day => !months.includes(day.slice(0, 7)))]
}
