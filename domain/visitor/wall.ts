/**
 * The estate's local time by its offset alone: a phone may have no time zone data. `at` is ms since 1970,
 * `offset` minutes east of UTC.
 */
export const minuteMs = 60_000
export const dayMs = 1440 * minuteMs

const wall = (at: number, offset: number): number => at + offset * minuteMs

/** ISO weekday, 1 is Monday. */
export const weekdayOf = (at: number, offset: number): number => new Date(wall(at, offset)).getUTCDay() || 7
/** Minutes since the estate's midnight. */
export const minuteOf = (at: number, offset: number): number =>
  Math.floor((wall(at, offset) % dayMs) / minuteMs)
