import { weekdayOf, minuteOf, dayMs, minuteMs } from './wall'

export const kinds = ['once', 'multi', 'recurring'] as const
export type Kind = (typeof kinds)[number]

/**
 * What a pass allows: part of the signed code, so that a guard's phone can check it without the record.
 * Instants are ms since 1970.
 */
export interface Terms {
  kind: Kind
  from: number
  to: number
  /** Admissions; 0: no limit. */
  uses: number
  party: number
  /** ISO weekdays, 1 is Monday; empty: every day. */
  weekdays: readonly number[]
  /**
   * The hours in which a recurring pass admits, in minutes of the estate's day; `to` before `from` spans
   * midnight. Null: the whole day.
   */
  hours: { from: number; to: number } | null
  /** Positions of gates in the estate's list; empty: every gate. */
  gates: readonly number[]
}

export type WindowReason = 'EXPIRED' | 'NOT_YET' | 'WRONG_DAY'

const isDay = (terms: Terms, weekday: number): boolean =>
  terms.weekdays.length === 0 || terms.weekdays.includes(weekday)
const dayBefore = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1)

/**
 * The end of the hours in which `at` lies, by weekdays and hours alone; null: it lies outside.
 * Hours that span midnight belong to the day on which they start.
 * @param offset minutes of the estate's zone east of UTC
 */
function hoursEnd(terms: Terms, at: number, offset: number): number | null {
  const weekday = weekdayOf(at, offset)
  const minute = minuteOf(at, offset)
  const { from, to } = terms.hours ?? { from: 0, to: 1440 }
  const end = (minutes: number): number =>
    Math.floor(at / minuteMs) * minuteMs + (minutes - minute) * minuteMs
  if (from < to) return isDay(terms, weekday) && minute >= from && minute < to ? end(to) : null
  if (isDay(terms, weekday) && minute >= from) return end(to + 1440)
  return isDay(terms, dayBefore(weekday)) && minute < to ? end(to) : null
}

/** Why the pass does not admit at an instant; null: it does. */
export function windowReason(terms: Terms, now: number, offset: number): WindowReason | null {
  if (now > terms.to) return 'EXPIRED'
  if (now < terms.from) return 'NOT_YET'
  if (hoursEnd(terms, now, offset) !== null) return null
  return isDay(terms, weekdayOf(now, offset)) ? 'NOT_YET' : 'WRONG_DAY'
}

/** Until when a guest admitted now may stay. */
export function stayUntil(terms: Terms, now: number, offset: number): number {
  if (terms.kind !== 'recurring') return terms.to
  return Math.min(terms.to, hoursEnd(terms, now, offset) ?? terms.to)
}

/** When the pass admits next; null: never again. */
export function nextFrom(terms: Terms, now: number, offset: number): number | null {
  const start = Math.max(now, terms.from)
  if (start > terms.to) return null
  if (hoursEnd(terms, start, offset) !== null) return start
  const midnight = Math.floor((start + offset * minuteMs) / dayMs) * dayMs - offset * minuteMs
  for (let day = 0; day <= 7; day++) {
    const opens = midnight + day * dayMs + (terms.hours?.from ?? 0) * minuteMs
    if (opens > start && opens <= terms.to && isDay(terms, weekdayOf(opens, offset))) return opens
  }
  return null
}
