import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { words, type Words } from './words'

dayjs.extend(utc)
dayjs.extend(timezone)

/** The working hours of the property company's office; a lunch break is a gap between two periods. */
export interface WorkingHours {
  /** Local wall times, ascending, not overlapping; `24:00` ends a day. */
  periods: readonly { from: string; to: string }[]
  /** ISO weekdays, 1 is Monday. */
  days: readonly number[]
  /** Days off, `YYYY-MM-DD` in the estate's zone. */
  holidays: readonly string[]
}

/**
 * docs/promises.md, "Time promises": 08:30–12:00 and 13:30–18:00; property offices work every day of the
 * week.
 */
export const defaultWorkingHours: WorkingHours = {
  periods: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
  days: [1, 2, 3, 4, 5, 6, 7],
  holidays: [],
}

/** The estate's calendar day of an instant, `YYYY-MM-DD`. */
export const estateDay = (at: Date, zone: string): string => dayjs(at).tz(zone).format('YYYY-MM-DD')

/** `YYYY年M月D日 HH:mm` in the estate's zone: the form WeChat's `time` values take. */
export const estateTime = (at: Date, zone: string): string => dayjs(at).tz(zone).format('YYYY年M月D日 HH:mm')

/** An instant in the estate's zone as text in both languages: `11月24日 18:00`, `24 Nov 18:00`. */
export const estateMoment = (at: Date, zone: string): Words =>
  words(dayjs(at).tz(zone).format('M月D日 HH:mm'), dayjs(at).tz(zone).format('D MMM HH:mm'))

/** Minutes east of UTC at that instant, for phones without time zone data. */
export const utcOffset = (at: Date, zone: string): number => dayjs(at).tz(zone).utcOffset()

const oneYearOfDays = 366

/**
 * The instant at which `minutes` of working time have passed since `from`.
 * Time outside working hours does not count.
 * @throws RangeError when there is no working time within a year: the setting is a mistake
 */
export function addWorkingMinutes(from: Date, minutes: number, zone: string, hours: WorkingHours): Date {
  let left = minutes * 60_000
  let day = dayjs(from).tz(zone).startOf('day')
  for (let n = 0; n < oneYearOfDays; n++, day = nextDay(day, zone)) {
    for (const [opens, closes] of periodsOf(day, zone, hours)) {
      const begins = Math.max(opens, from.getTime())
      if (closes <= begins) continue
      if (left <= closes - begins) return new Date(begins + left)
      left -= closes - begins
    }
  }
  throw new RangeError('working hours without working time')
}

// By the calendar date, because a day with a clock change does not have 24 hours.
const nextDay = (day: dayjs.Dayjs, zone: string): dayjs.Dayjs =>
  dayjs.tz(day.add(1, 'day').format('YYYY-MM-DD'), zone)

function periodsOf(day: dayjs.Dayjs, zone: string, hours: WorkingHours): [number, number][] {
  const date = day.format('YYYY-MM-DD')
  const weekday = day.day() === 0 ? 7 : day.day()
  if (!hours.days.includes(weekday) || hours.holidays.includes(date)) return []
  const wall = (time: string) =>
    time === '24:00' ? nextDay(day, zone).valueOf() : dayjs.tz(`${date} ${time}`, zone).valueOf()
  return hours.periods.map(({ from, to }) => [wall(from), wall(to)])
}

/** The estate's wall time of an instant, `HH:mm`. */
export const estateClock = (at: Date, zone: string): string => dayjs(at).tz(zone).format('HH:mm')

/** The instant of a wall time on a day of the estate. */
export const estateInstant = (day: string, clock: string, zone: string): Date =>
  dayjs.tz(`${day} ${clock}`, zone).toDate()
