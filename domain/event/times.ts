import type { EstateEvent } from './event'
import { checkInHours, reminders, type Reminder, type Status } from './kinds'
import { nextLapse, seatsOf, type Seats } from './seats'

const hour = 3_600_000
type Times = Pick<EstateEvent, 'status' | 'startsAt' | 'endsAt'>

/** The status at an instant; it can change by time alone, without a write. */
export function statusOf({ status, endsAt }: Times, { until }: Pick<Seats, 'until'>, now: Date): Status {
  const at = now.toISOString()
  if (status !== 'open') return status
  if (endsAt <= at) return 'done'
  return until <= at ? 'closed' : 'open'
}

/** The time in which people are checked in. ISO 8601 UTC. */
export const checkInTimes = ({
  startsAt,
  endsAt,
}: Pick<Times, 'startsAt' | 'endsAt'>): { from: string; until: string } => ({
  from: new Date(Date.parse(startsAt) - checkInHours.before * hour).toISOString(),
  until: new Date(Date.parse(endsAt) + checkInHours.after * hour).toISOString(),
})

/** When a reminder is due: a day and an hour before the start, and at the end. */
const dueAt = ({ startsAt, endsAt }: Times, reminder: Reminder): string =>
  reminder === 'afterwards'
    ? endsAt
    : new Date(Date.parse(startsAt) - (reminder === 'dayBefore' ? 24 : 1) * hour).toISOString()

/** The reminders that are past when an event is published or moved: they are not sent late. */
export const passedReminders = (times: Times, now: Date): Reminder[] =>
  reminders.filter(reminder => dueAt(times, reminder) <= now.toISOString())

/** The reminder to send now, and all that are past: of several missed ones only the last is sent. */
export function dueReminders(
  event: Times & Pick<EstateEvent, 'reminded'>,
  now: Date,
): { send: Reminder | null; passed: Reminder[] } {
  const passed = reminders.filter(
    reminder => !event.reminded.includes(reminder) && dueAt(event, reminder) <= now.toISOString(),
  )
  const last = passed[passed.length - 1] ?? null
  const tooLate = last !== null && last !== 'afterwards' && event.startsAt <= now.toISOString()
  return { send: tooLate ? null : last, passed }
}

/** When the timer has to look next: the end of a held seat, or a reminder; null: never. */
export function nextAlarm(event: Times & Pick<EstateEvent, 'reminded' | 'log'>): string | null {
  if (event.status !== 'open') return null
  const due = reminders
    .filter(reminder => !event.reminded.includes(reminder))
    .map(reminder => dueAt(event, reminder))
  return [...due, nextLapse(seatsOf(event.log)) ?? ''].filter(Boolean).sort()[0] ?? null
}
