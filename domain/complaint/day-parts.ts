import { estateClock, estateDay, estateInstant } from '../kernel/estate-time'

/** Calls that reach nobody are repeated at different parts of the day: before noon, afternoon, evening. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]
/** The local time from which to call in each part; ours. */
const begins: Record<DayPart, string> = { morning: '08:30', afternoon: '13:30', evening: '18:30' }

/** The part of the day of an instant, by the estate's clock. */
export function dayPart(at: Date, zone: string): DayPart {
  const clock = estateClock(at, zone)
  if (clock < '12:00') return 'morning'
  return clock < '18:00' ? 'afternoon' : 'evening'
}

/**
 * When to call next: the next start of a part of the day that has not been tried; null: all parts have been
 * tried.
 */
export function nextTry(tried: readonly DayPart[], now: Date, zone: string): Date | null {
  const days = [now, new Date(now.getTime() + 24 * 3_600_000)].map(at => estateDay(at, zone))
  const starts = days.flatMap(day =>
    dayParts
      .filter(part => !tried.includes(part))
      .map(part => estateInstant(day, begins[part], zone).getTime()),
  )
  const next = starts.filter(at => at > now.getTime()).sort((a, b) => a - b)[0]
  return next === undefined ? null : new Date(next)
}
