import type { Complaint, StoredClock } from './complaint'
import type { ClockName, ComplaintCard } from './contract'
import type { ComplaintSettings } from './settings'
import { chainOf, waitsFor } from './who'

const hour = 3_600_000
const running = (name: ClockName, due: number): StoredClock => ({
  name,
  dueAt: new Date(due).toISOString(),
  metAt: null,
  told: 0,
})

export const firstClocks = (
  now: Date,
  { acknowledgeHours, answerDays }: ComplaintSettings,
): StoredClock[] => [
  running('acknowledge', now.getTime() + acknowledgeHours * hour),
  running('answer', now.getTime() + answerDays * 24 * hour),
]
export const callBackClock = (now: Date, { callBackHours }: ComplaintSettings): StoredClock =>
  running('callBack', now.getTime() + callBackHours * hour)
export const answerClock = (now: Date, { answerDays }: ComplaintSettings): StoredClock =>
  running('answer', now.getTime() + answerDays * 24 * hour)

/** Stops the clocks named, as met; those that had run out stay missed. */
export const meet = (clocks: readonly StoredClock[], names: readonly ClockName[], now: Date): StoredClock[] =>
  clocks.map(clock =>
    names.includes(clock.name) && clock.metAt === null ? { ...clock, metAt: now.toISOString() } : clock,
  )
/** Those that still run go; those that have stopped stay, because a promise that was broken once stays broken. */
export const stopAll = (clocks: readonly StoredClock[]): StoredClock[] =>
  clocks.filter(clock => clock.metAt !== null)

export function viewClock(
  clock: StoredClock,
  complaint: Complaint,
  now: Date,
): ComplaintCard['clocks'][number] {
  const { name, dueAt, metAt, told } = clock
  const [first, above] = chainOf(clock, complaint)
  return {
    name,
    dueAt,
    metAt,
    state: (metAt ?? now.toISOString()) > dueAt ? 'missed' : metAt === null ? 'running' : 'met',
    told: told === 0 ? [] : told === 1 ? first : [...first, ...above],
    tells: (told === 0 ? first[0] : told === 1 ? above[0] : null) ?? null,
  }
}

/** A clock that ran out is told to those above when nothing has happened a day later; ours. */
const aboveAfterHours = 24
/** When the next telling of a clock is due; null: all is told, or it has stopped. */
export function tellingDue(clock: StoredClock): string | null {
  if (clock.metAt !== null || clock.told === 2) return null
  return clock.told === 0
    ? clock.dueAt
    : new Date(Date.parse(clock.dueAt) + aboveAfterHours * hour).toISOString()
}

/** What follows from the rest: the timer's next look, for whom it waits, and its place in their queue. */
export type Derived = Pick<Complaint, 'alarm' | 'dueKey' | 'waitsFor'>
export function deriveFields(complaint: Omit<Complaint, keyof Derived>): Derived {
  const { status, clocks, _id, createdAt } = complaint
  const due = clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? createdAt
  // Called back: it closes by itself at the timer's next round.
  const alarm =
    status === 'called_back'
      ? createdAt
      : (clocks.flatMap(clock => tellingDue(clock) ?? []).sort()[0] ?? null)
  return { alarm, dueKey: `${due}~${_id.slice(0, 12)}`, waitsFor: waitsFor(complaint) }
}
