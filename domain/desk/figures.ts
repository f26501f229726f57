import type { Complaint } from '../complaint/complaint'
import type { Order } from '../repair/order'
import type { Dimension, FigureName } from './figure-names'

/** What one record adds to one figure: a numerator and a denominator. Whole numbers, so that the order of adding does not matter. */
export interface Part { figure: FigureName; sum: number; count: number }
export interface Cell extends Part { dimension: Dimension; value: string }
/** A record as the figures see it. */
export interface Counted { parts: Part[]; building: string; category: string; person: { id: string; name: string } | null }

const share = (figure: FigureName, isMet: boolean): Part => ({ figure, sum: isMet ? 1 : 0, count: 1 })
const minutes = (figure: FigureName, from: string, to: string | undefined): Part[] =>
  (to === undefined ? [] : [{ figure, sum: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)), count: 1 }])
/** A clock counts once it has stopped, or has been told of as missed: what it says does not change with the time of asking. */
const kept = (figure: FigureName, clock: { dueAt: string; metAt: string | null; told: boolean | number } | undefined): Part[] =>
  (clock === undefined || (clock.metAt === null && !clock.told) ? [] : [share(figure, clock.metAt !== null && clock.metAt <= clock.dueAt)])
/** 12 of 12-1: the first part of a house's code. */
export const buildingOf = (house: string | null): string => house?.split('-')[0] ?? ''
/** requirements.md: 4 or 5 of 5 is satisfied. */
const isSatisfied = (points: number): boolean => points >= 4

/** What a repair adds; cancelled ones add nothing. Three scores of a rating count together: satisfied is a mean of 4 or more. */
export function countedOrder(order: Order): Counted {
  const { rating, clocks, status, createdAt, timeline } = order
  const about = { building: buildingOf(order.house), category: `repair.${order.category}`, person: order.assignee }
  if (status === 'cancelled') return { ...about, parts: [] }
  const points = rating && rating.speed + rating.quality + rating.attitude
  const taken = timeline.find(({ what }) => what === 'accepted' || what === 'assigned' || what === 'grabbed')?.at
  const isDone = status === 'finished' || status === 'closed'
  const done = isDone ? [...timeline].reverse().find(({ what }) => what === 'finished')?.at : undefined
  return {
    ...about,
    parts: [
      ...kept('repairsAccepted', clocks.find(({ name }) => name === 'accept' || name === 'onSite')), ...kept('repairsFinished', clocks.find(({ name }) => name === 'finish')),
      ...(status === 'closed' ? [share('reopened', order.reopened > 0)] : []),
      ...(points ? [share('satisfied', isSatisfied(points / 3)), { figure: 'score' as const, sum: points, count: 3 }] : []),
      ...minutes('responseMinutes', createdAt, taken), ...minutes('completionMinutes', createdAt, done),
    ],
  }
}

/** What a complaint adds; invalid and withdrawn ones add nothing. */
export function countedComplaint(complaint: Complaint): Counted {
  const { status, satisfied, clocks, timeline, createdAt, resolvedAt } = complaint
  const first = timeline.find(({ by }) => by.openid !== '' && by.openid === complaint.handlers[0])
  const handler = complaint.handlers[0]
  const about = { building: buildingOf(complaint.house), category: `complaint.${complaint.category}`, person: handler === undefined ? null : { id: handler, name: first?.by.name ?? '' } }
  if (status === 'invalid' || status === 'withdrawn') return { ...about, parts: [] }
  const isClosed = status === 'closed'
  const isCalled = timeline.some(({ what }) => what === 'calledBack' || what === 'answered')
  const isResolved = isClosed || status === 'resolved' || status === 'called_back'
  return {
    ...about,
    parts: [
      share('complaintsResolved', isClosed), ...(isClosed ? [share('calledBack', isCalled), share('reopened', complaint.reopened > 0)] : []),
      ...(satisfied === null ? [] : [share('satisfied', isSatisfied(satisfied)), { figure: 'score' as const, sum: satisfied, count: 1 }]),
      ...kept('acknowledged', clocks.find(({ name }) => name === 'acknowledge')), ...kept('answered', clocks.find(({ name }) => name === 'answer')),
      ...minutes('responseMinutes', createdAt, timeline.find(({ what }) => what === 'accepted')?.at),
      ...minutes('completionMinutes', createdAt, isResolved ? resolvedAt ?? undefined : undefined),
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
export const cellsOf = (records: readonly Counted[]): Cell[] => addUp(records.flatMap(({ parts, building, category, person }) => parts.flatMap((part): Cell[] => [
  { ...part, dimension: 'all', value: '' }, { ...part, dimension: 'building', value: building }, { ...part, dimension: 'category', value: category },
  ...(person ? [{ ...part, dimension: 'person' as const, value: person.id }] : []),
])))

/** A day, or a month as the sum of its days. `_id` stands for estate and key; `key` is `2026-11-24` or `2026-11`, by the estate's calendar. */
export interface Tally { _id: string; estateId: string; key: string; cells: Cell[]; people: { id: string; name: string }[]; countedAt: string }

/** The days from one to another, both included; `2026-11-24`. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
/** The calendar day that follows. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const lastOfMonth = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** The tallies that make up a period: whole months by theirs, the days at its edges by their own. */
export function talliesFor(first: string, last: string): string[] {
  const all = daysBetween(first, last)
  const months = [...new Set(all.map(day => day.slice(0, 7)))].filter(month => first <= `${month}-01` && lastOfMonth(month) <= last)
  return [...months, ...all.filter(day => !months.includes(day.slice(0, 7)))]
}
