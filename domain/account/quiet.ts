import { estateInstant, estateDay, estateClock } from '../kernel/estate-time'

/** Hours without a sound, as the estate's wall time; `from` after `to` spans midnight. */
export interface QuietHours {
  from: string
  to: string
}

/** When the quiet ends that reigns now; null: it is not quiet. */
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
