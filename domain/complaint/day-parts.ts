import { estateClock, estateDay, estateInstant } from '../kernel/estate-time'

/** Calls that reach nobody are tried at different hours: before noon, in the afternoon, in the evening. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]
/** From when on people pick up the phone in each; ours. */
const begins: Record<DayPart, string> = { morning: '08:30', afternoon: '13:30', evening: '18:30' }

/** The part of the estate's day in which an instant lies. */
export function dayPart(at: Date, zone: string): DayPart {
  const clock = estateClock(at, zone)
  return clock < '12:00' ? 'morning' : clock < '18:00' ? 'afternoon' : 'evening'
}

/** When the next call is worth while: the soonest beginning of a part of the day in which nobody has tried; null: all are tried. */
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
