import type { Complaint } from '@domain/complaint/complaint'
import type { Order } from '@domain/repair/order'

/** `figure|dimension|value` → numerator and denominator. */
export type Sums = Record<string, [sum: number, count: number]>

interface Where {
  building: string
  category: string
  day: string
}
const shanghaiMonth = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 7)
const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** Adds to a figure of the record at hand, for the person it is counted for. */
type Add = (figure: string, person: string | undefined, sum: number, count?: number) => void

const yes = (is: boolean): number => (is ? 1 : 0)

/**
 * The figures of docs/promises.md ("Figures") and of the appraisal, computed a second time from the
 * raw records and written as plainly as possible. It shares no code with domain/desk/figures.ts.
 */
export function recomputedFigures(orders: readonly Order[], complaints: readonly Complaint[]): Sums {
  const sums: Sums = {}
  for (const order of orders) if (order.status !== 'cancelled') addOrder(order, adderTo(sums, whereOf(order)))
  for (const complaint of complaints)
    if (complaint.status !== 'invalid' && complaint.status !== 'withdrawn')
      addComplaint(complaint, adderTo(sums, whereComplained(complaint)))
  return sums
}

const adderTo =
  (sums: Sums, where: Where): Add =>
  (figure, person, sum, count = 1) => {
    for (const key of [
      'all|',
      `building|${where.building}`,
      `category|${where.category}`,
      `month|${shanghaiMonth(where.day)}`,
      ...(person ? [`person|${person}`] : []),
    ]) {
      const [before = 0, counted = 0] = sums[`${figure}|${key}`] ?? []
      sums[`${figure}|${key}`] = [before + sum, counted + count]
    }
  }

const whereOf = (order: Order): Where => ({
  building: order.house === null ? '' : (order.house.split('-')[0] as string),
  category: `repair.${order.category}`,
  day: order.createdAt,
})

function whereComplained(complaint: Complaint): Where {
  const secret = complaint.anonymous || complaint.aboutPerson !== null
  return {
    building: secret || complaint.house === null ? '' : (complaint.house.split('-')[0] as string),
    category: `complaint.${complaint.category}`,
    day: complaint.createdAt,
  }
}

function addOrder(order: Order, add: Add): void {
  const technician = order.assignee?.id
  const taken = order.timeline.filter(step => ['accepted', 'assigned', 'grabbed'].includes(step.what))[0]
  for (const clock of order.clocks) {
    if (clock.name === 'verify' || (clock.metAt === null && !clock.told)) continue
    const inTime = yes(clock.metAt !== null && clock.metAt <= clock.dueAt)
    if (clock.name === 'finish') add('repairsFinished', technician, inTime)
    else add('repairsAccepted', clock.name === 'accept' ? taken?.by.openid : technician, inTime)
  }
  addOrderTimes(order, taken, add)
  if (order.status === 'closed')
    add('reopened', technician, yes(order.timeline.some(step => step.what === 'reopened')))
  if (order.rating) {
    const { speed, quality, attitude } = order.rating
    add('satisfied', technician, yes(speed + quality + attitude >= 12))
    add('score', technician, speed + quality + attitude, 3)
  }
}

function addOrderTimes(order: Order, taken: Order['timeline'][number] | undefined, add: Add): void {
  const technician = order.assignee?.id
  if (taken) add('responseMinutes', taken.by.openid, minutesBetween(order.createdAt, taken.at))
  const started = order.timeline.filter(step => step.what === 'started')[0]
  if (started) add('startMinutes', technician, minutesBetween(order.createdAt, started.at))
  const finished = order.timeline.filter(step => step.what === 'finished').pop()
  if (finished && ['finished', 'closed'].includes(order.status))
    add('completionMinutes', technician, minutesBetween(order.createdAt, finished.at))
}

function addComplaint(complaint: Complaint, add: Add): void {
  const accepted = complaint.timeline.filter(step => step.what === 'accepted')[0]
  const resolved = complaint.timeline.filter(step => step.what === 'resolved').pop()
  const handler = (resolved ?? accepted)?.by.openid
  addOutcome(complaint, handler, add)
  addMark(complaint, handler, add)
  addPromise(complaint, 'acknowledge', isKept => add('acknowledged', accepted?.by.openid, isKept))
  addPromise(complaint, 'answer', isKept => add('answered', handler, isKept))
  if (accepted) add('responseMinutes', accepted.by.openid, minutesBetween(complaint.createdAt, accepted.at))
  if (resolved && ['resolved', 'called_back', 'closed'].includes(complaint.status))
    add('completionMinutes', handler, minutesBetween(complaint.createdAt, resolved.at))
}

function addOutcome(complaint: Complaint, handler: string | undefined, add: Add): void {
  const closed = complaint.status === 'closed'
  add('complaintsResolved', handler, yes(closed))
  if (!closed) return
  const words = complaint.timeline.filter(step => step.what === 'calledBack' || step.what === 'answered')
  const bad =
    complaint.timeline.some(step => step.what === 'reopened') ||
    words.some(step => (step.satisfied ?? 5) <= 2)
  add('calledBack', handler, yes(words.length > 0))
  add('reopened', handler, yes(bad))
}

/** The last mark counts, unless its author has taken it back by reopening the complaint. */
function addMark(complaint: Complaint, handler: string | undefined, add: Add): void {
  const marks = complaint.timeline.filter(step => step.what === 'reopened' || step.satisfied !== undefined)
  const mark = marks.pop()
  if (mark?.satisfied === undefined) return
  // The mark is for the answer before it, whatever was answered afterwards.
  const judged = complaint.timeline
    .slice(0, complaint.timeline.indexOf(mark))
    .filter(step => step.what === 'resolved')
    .pop()
  add('satisfied', judged?.by.openid ?? handler, yes(mark.satisfied >= 4))
  add('score', judged?.by.openid ?? handler, mark.satisfied)
}

/** Counts a promise once its clock was met or ran out. */
function addPromise(complaint: Complaint, name: string, count: (isKept: number) => void): void {
  const over = complaint.clocks.filter(
    clock => clock.name === name && (clock.metAt !== null || clock.told > 0),
  )
  if (over.length > 0) count(yes(over.every(clock => clock.metAt !== null && clock.metAt <= clock.dueAt)))
}
