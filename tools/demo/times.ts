const HOUR = 3_600_000
/** The demonstration estates are in Asia/Shanghai, UTC+8. */
const ZONE_MS = 8 * HOUR

/** ISO 8601 UTC of an hour at the estate, `days` days from now. */
export function inDays(days: number, estateHour = 18): string {
  const day = new Date(Date.now() + days * 24 * HOUR + ZONE_MS).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T00:00:00Z`) + estateHour * HOUR - ZONE_MS).toISOString()
}
