import { estateInstant, estateDay, estateClock } from '../kernel/estate-time'

/** Hours without notifications, in the estate's local time; `from` after `to` spans midnight. */
export interface QuietHours {
  from: string
  to: string
}

/** When the present quiet hours end; null: these are not quiet hours. */
export function quietUntil(quiet: QuietHours | null, now: Date, zone: string): Date | null {
  if (quiet === null || quiet.from === quiet.to) return null
  const clock = estateClock(now, zone)
  const overMidnight = quiet.from > quiet.to
  const isQuiet = overMidnight
    ? clock >= quiet.from || clock < quiet.to
    : clock >= quiet.from && clock < quiet.to
  if (!isQuiet) return null
  const endsToday = estateInstant(estateDay(now, zone), quiet.to, zone)
  return endsToday > now
    ? endsToday
    : estateInstant(estateDay(new Date(now.getTime() + 24 * 3_600_000), zone), quiet.to, zone)
}
