import type { Complaint } from '../complaint/complaint'
import { phaseOf } from '../complaint/phases'
import type { Order } from '../repair/order'
import { doneStatuses } from '../repair/states'
import type { Dimension, FigureName } from './figure-names'

/** The member of staff for whom a figure counts. */
export interface Worker {
  id: string
  name: string
}
/**
 * What one record adds to one figure: numerator, denominator, and for whom it counts. Whole numbers, so that
 * the order of addition does not matter.
 */
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
/**
 * Whether all promises of the clocks were kept. Clocks count once they have stopped or were notified as
 * missed, so that the result does not depend on when it is computed.
 */
function keptPromises(figure: FigureName, clocks: readonly Clock[], by: Worker | null): Part[] {
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

/** The first part of a house number: 12 of 12-1. */
export const buildingOf = (house: string | null): string => house?.split('-')[0] ?? ''
/** docs/promises.md: 4 and 5 of 5 count as satisfied. */
const isSatisfied = (points: number): boolean => points >= 4
const workerOf = (step: { by: { openid: string; name: string } } | undefined): Worker | null =>
  step === undefined || step.by.openid === '' ? null : { id: step.by.openid, name: step.by.name }
const last = <T>(all: readonly T[], matches: (item: T) => boolean): T | undefined =>
  [...all].reverse().find(matches)

/**
 * What a repair adds; a cancelled one adds nothing. The response counts for the person who accepted it, the
 * rest for the technician. The three scores of a rating count together: a mean of 4 or more counts as
 * satisfied.
 */
export function countOrder(order: Order): Counted {
  const { rating, clocks, status, createdAt, timeline, assignee } = order
  const about = { building: buildingOf(order.house), category: `repair.${order.category}` }
  if (status === 'cancelled') return { ...about, parts: [] }
  const points = rating && rating.speed + rating.quality + rating.attitude
  const taken = timeline.find(({ what }) => what === 'accepted' || what === 'assigned' || what === 'grabbed')
  const isDone = doneStatuses.includes(status)
  const done = isDone ? last(timeline, ({ what }) => what === 'finished')?.at : undefined
  return {
    ...about,
    parts: [
      // Arriving in time counts for the technician; accepting in time for the person who did.
      ...keptPromises(
        'repairsAccepted',
        clocks.filter(({ name }) => name === 'accept'),
        workerOf(taken),
      ),
      ...keptPromises(
        'repairsAccepted',
        clocks.filter(({ name }) => name === 'onSite'),
        assignee,
      ),
      ...keptPromises(
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
      ...minutes('responseMinutes', createdAt, taken?.at, workerOf(taken)),
      ...minutes('startMinutes', createdAt, timeline.find(({ what }) => what === 'started')?.at, assignee),
      ...minutes('completionMinutes', createdAt, done, assignee),
    ],
  }
}

/**
 * What a complaint adds; a dropped one adds nothing. The response counts for whoever accepted it, the rest
 * for whoever answered it last, a rating for whoever gave the answer that was rated.
 */
export function countComplaint(complaint: Complaint): Counted {
  const { status, satisfied, clocks, timeline, createdAt, resolvedAt } = complaint
  // A complaint about a person counts for no building: a villa is one household, and that person can see the
  // figures.
  const about = {
    building: complaint.aboutPerson === null ? buildingOf(complaint.house) : '',
    category: `complaint.${complaint.category}`,
  }
  if (phaseOf[status] === 'dropped') return { ...about, parts: [] }
  const taken = timeline.find(({ what }) => what === 'accepted')
  const first = workerOf(taken)
  const isAnswer = ({ what }: { what: string }) => what === 'resolved'
  const by = workerOf(last(timeline, isAnswer)) ?? first
  // A rating belongs to the answer that it followed, not to later ones.
  const rated =
    workerOf(
      last(
        timeline.slice(0, timeline.map(step => step.satisfied !== undefined).lastIndexOf(true) + 1),
        isAnswer,
      ),
    ) ?? by
  const isClosed = status === 'closed'
  const isCalled = timeline.some(({ what }) => what === 'calledBack' || what === 'answered')
  const isResolved = phaseOf[status] === 'answered'
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
      ...keptPromises(
        'acknowledged',
        clocks.filter(({ name }) => name === 'acknowledge'),
        first,
      ),
      ...keptPromises(
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

/** Adds cells up: one cell for each figure, dimension and value. */
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

/** The cells of records, in every dimension. */
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
/** All staff for whom something counts, each once. */
export const workersOf = (records: readonly Counted[]): Worker[] => [
  ...new Map(
    records.flatMap(({ parts }) => parts.flatMap(({ by }) => (by ? [[by.id, by] as const] : []))),
  ).values(),
]

/**
 * The figures of a day, or of a month as the sum of its days. `_id` stands for estate and key; `key` is
 * `2026-11-24` or `2026-11`, by the estate's calendar.
 */
export interface Tally {
  _id: string
  estateId: string
  key: string
  cells: Cell[]
  people: Worker[]
  countedAt: string
}

/** The days from `first` to `last`, both included, such as `2026-11-24`. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
/** The next calendar day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const lastOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** The keys of the tallies that make up a period: of its whole months, and of the days at its edges. */
export function talliesFor(first: string, last: string): string[] {
  const all = daysBetween(first, last)
  const months = [...new Set(all.map(day => day.slice(0, 7)))].filter(
    month => first <= `${month}-01` && lastOfMonth(month) <= last,
  )
  return [...months, ...all.filter(day => !months.includes(day.slice(0, 7)))]
}
