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

/**
 * requirements.md, "Figures", and the appraisal, written down a second time and as plainly as can be: from the raw records,
 * whatever domain/desk/figures.ts does.
 */
export function recomputedFigures(orders: readonly Order[], complaints: readonly Complaint[]): Sums {
  const sums: Sums = {}
  const add = (figure: string, where: Where, person: string | undefined, sum: number, count = 1): void => {
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
  const yes = (is: boolean): number => (is ? 1 : 0)

  for (const order of orders) {
    if (order.status === 'cancelled') continue
    const where = {
      building: order.house === null ? '' : (order.house.split('-')[0] as string),
      category: `repair.${order.category}`,
      day: order.createdAt,
    }
    const technician = order.assignee?.id
    const taken = order.timeline.filter(step => ['accepted', 'assigned', 'grabbed'].includes(step.what))[0]
    for (const clock of order.clocks) {
      if (clock.name === 'verify' || (clock.metAt === null && !clock.told)) continue
      const figure = clock.name === 'finish' ? 'repairsFinished' : 'repairsAccepted'
      add(
        figure,
        where,
        clock.name === 'accept' ? taken?.by.openid : technician,
        yes(clock.metAt !== null && clock.metAt <= clock.dueAt),
      )
    }
    if (taken) add('responseMinutes', where, taken.by.openid, minutesBetween(order.createdAt, taken.at))
    const started = order.timeline.filter(step => step.what === 'started')[0]
    if (started) add('startMinutes', where, technician, minutesBetween(order.createdAt, started.at))
    const finished = order.timeline.filter(step => step.what === 'finished').pop()
    if (finished && ['finished', 'closed'].includes(order.status))
      add('completionMinutes', where, technician, minutesBetween(order.createdAt, finished.at))
    if (order.status === 'closed')
      add('reopened', where, technician, yes(order.timeline.some(step => step.what === 'reopened')))
    if (order.rating) {
      const { speed, quality, attitude } = order.rating
      add('satisfied', where, technician, yes(speed + quality + attitude >= 12))
      add('score', where, technician, speed + quality + attitude, 3)
    }
  }

  for (const complaint of complaints) {
    if (complaint.status === 'invalid' || complaint.status === 'withdrawn') continue
    const secret = complaint.anonymous || complaint.aboutPerson !== null
    const where = {
      building: secret || complaint.house === null ? '' : (complaint.house.split('-')[0] as string),
      category: `complaint.${complaint.category}`,
      day: complaint.createdAt,
    }
    const accepted = complaint.timeline.filter(step => step.what === 'accepted')[0]
    const resolved = complaint.timeline.filter(step => step.what === 'resolved').pop()
    const handler = (resolved ?? accepted)?.by.openid
    const closed = complaint.status === 'closed'
    const words = complaint.timeline.filter(step => step.what === 'calledBack' || step.what === 'answered')
    const bad =
      complaint.timeline.some(step => step.what === 'reopened') ||
      words.some(step => (step.satisfied ?? 5) <= 2)
    add('complaintsResolved', where, handler, yes(closed))
    if (closed) {
      add('calledBack', where, handler, yes(words.length > 0))
      add('reopened', where, handler, yes(bad))
    }
    // The last word counts, unless its author has taken it back by having it taken up again.
    const marks = complaint.timeline.filter(step => step.what === 'reopened' || step.satisfied !== undefined)
    const mark = marks.pop()
    if (mark?.satisfied !== undefined) {
      // It was said of the answer before it, whatever was answered afterwards.
      const judged = complaint.timeline
        .slice(0, complaint.timeline.indexOf(mark))
        .filter(step => step.what === 'resolved')
        .pop()
      add('satisfied', where, judged?.by.openid ?? handler, yes(mark.satisfied >= 4))
      add('score', where, judged?.by.openid ?? handler, mark.satisfied)
    }
    const over = (name: string) =>
      complaint.clocks.filter(clock => clock.name === name && (clock.metAt !== null || clock.told > 0))
    for (const [name, figure, person] of [
      ['acknowledge', 'acknowledged', accepted?.by.openid],
      ['answer', 'answered', handler],
    ] as const) {
      if (over(name).length > 0)
        add(
          figure,
          where,
          person,
          yes(over(name).every(clock => clock.metAt !== null && clock.metAt <= clock.dueAt)),
        )
    }
    if (accepted)
      add('responseMinutes', where, accepted.by.openid, minutesBetween(complaint.createdAt, accepted.at))
    if (resolved && ['resolved', 'called_back', 'closed'].includes(complaint.status))
      add('completionMinutes', where, handler, minutesBetween(complaint.createdAt, resolved.at))
  }
  return sums
}
