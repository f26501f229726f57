import type { EstateEvent } from './event'
import { checkInHours, reminders, type Reminder, type Status } from './kinds'
import { nextLapse, seatsOf, type Seats } from './seats'

const hour = 3_600_000
type Times = Pick<EstateEvent, 'status' | 'startsAt' | 'endsAt'>

/** What it is at this moment; time passes without a write. */
export function statusOf({ status, endsAt }: Times, { until }: Pick<Seats, 'until'>, now: Date): Status {
  const at = now.toISOString()
  if (status !== 'open') return status
  return endsAt <= at ? 'done' : until <= at ? 'closed' : 'open'
}

/** From when until when people are checked in. ISO 8601 UTC. */
export const checkInTimes = ({
  startsAt,
  endsAt,
}: Pick<Times, 'startsAt' | 'endsAt'>): { from: string; until: string } => ({
  from: new Date(Date.parse(startsAt) - checkInHours.before * hour).toISOString(),
  until: new Date(Date.parse(endsAt) + checkInHours.after * hour).toISOString(),
})

/** When each reminder is due: a day and an hour before, and when it is over (the issue's own figures). */
const dueAt = ({ startsAt, endsAt }: Times, reminder: Reminder): string =>
  reminder === 'afterwards'
    ? endsAt
    : new Date(Date.parse(startsAt) - (reminder === 'dayBefore' ? 24 : 1) * hour).toISOString()

/** Those that are past already, when an event is made or moved: nobody is reminded late of what they have just been told. */
export const passedReminders = (times: Times, now: Date): Reminder[] =>
  reminders.filter(reminder => dueAt(times, reminder) <= now.toISOString())

/** The reminder that is due now, and those that have been missed: who slept through the day before is told an hour before. */
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

/** What the timer has to look at next: a held seat's end, or a reminder. */
export function nextAlarm(event: Times & Pick<EstateEvent, 'reminded' | 'log'>): string | null {
  if (event.status !== 'open') return null
  const due = reminders
    .filter(reminder => !event.reminded.includes(reminder))
    .map(reminder => dueAt(event, reminder))
  return [...due, nextLapse(seatsOf(event.log)) ?? ''].filter(Boolean).sort()[0] ?? null
}
