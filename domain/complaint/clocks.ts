import type { Complaint, ComplaintPromises, StoredClock } from './complaint'
import type { ClockName, ComplaintCard } from './contract'

const hour = 3_600_000
const running = (name: ClockName, due: number): StoredClock => ({ name, dueAt: new Date(due).toISOString(), metAt: null, told: 0 })

export const firstClocks = (now: Date, { acknowledgeHours, answerDays }: ComplaintPromises): StoredClock[] =>
  [running('acknowledge', now.getTime() + acknowledgeHours * hour), running('answer', now.getTime() + answerDays * 24 * hour)]
export const callBackClock = (now: Date, { callBackHours }: ComplaintPromises): StoredClock => running('callBack', now.getTime() + callBackHours * hour)
export const answerClock = (now: Date, { answerDays }: ComplaintPromises): StoredClock => running('answer', now.getTime() + answerDays * 24 * hour)

/** Stops the clocks named, as met; those that had run out stay missed. */
export const meet = (clocks: readonly StoredClock[], names: readonly ClockName[], now: Date): StoredClock[] =>
  clocks.map(clock => (names.includes(clock.name) && clock.metAt === null ? { ...clock, metAt: now.toISOString() } : clock))
export const stopAll = (clocks: readonly StoredClock[]): StoredClock[] => clocks.filter(clock => clock.metAt !== null)

export const viewClock = (clock: StoredClock, now: Date): ComplaintCard['clocks'][number] =>
  ({ name: clock.name, dueAt: clock.dueAt, state: (clock.metAt ?? now.toISOString()) > clock.dueAt ? 'missed' : clock.metAt === null ? 'running' : 'met' })

/** A clock that ran out is told to those above when nothing has happened a day later; ours. */
const aboveAfterHours = 24
/** When the next telling of a clock is due; null: all is told, or it has stopped. */
export function tellingDue(clock: StoredClock): string | null {
  if (clock.metAt !== null || clock.told === 2) return null
  return clock.told === 0 ? clock.dueAt : new Date(Date.parse(clock.dueAt) + aboveAfterHours * hour).toISOString()
}

/** What depends on status and clocks: the timer's next look, and the place in the queue. */
export function derived({ status, clocks, _id, createdAt }: Pick<Complaint, 'status' | 'clocks' | '_id' | 'createdAt'>): Pick<Complaint, 'alarm' | 'dueKey' | 'open'> {
  const due = clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? createdAt
  // Called back: it closes by itself at the timer's next round.
  const alarm = status === 'called_back' ? createdAt : clocks.flatMap(clock => tellingDue(clock) ?? []).sort()[0] ?? null
  return { alarm, dueKey: `${due}~${_id.slice(0, 12)}`, open: !['closed', 'withdrawn', 'invalid'].includes(status) }
}
