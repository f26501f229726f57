import type { Complaint, StoredClock } from './complaint'
import type { ClockName, ComplaintCard } from './contract'
import type { ComplaintSettings } from './settings'
import { escalationOf, waitsFor } from './who'

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

/** Stops the named clocks now; a clock that has stopped already stays as it is. */
export const meet = (clocks: readonly StoredClock[], names: readonly ClockName[], now: Date): StoredClock[] =>
  clocks.map(clock =>
    names.includes(clock.name) && clock.metAt === null ? { ...clock, metAt: now.toISOString() } : clock,
  )
/** Removes the clocks that still run; those that have stopped stay, because a broken promise stays broken. */
export const stopAll = (clocks: readonly StoredClock[]): StoredClock[] =>
  clocks.filter(clock => clock.metAt !== null)

function stateOf({ metAt, dueAt }: StoredClock, now: Date): ComplaintCard['clocks'][number]['state'] {
  if ((metAt ?? now.toISOString()) > dueAt) return 'missed'
  return metAt === null ? 'running' : 'met'
}

export function viewClock(
  clock: StoredClock,
  complaint: Complaint,
  now: Date,
): ComplaintCard['clocks'][number] {
  const { name, dueAt, metAt, told } = clock
  const [first, above] = escalationOf(clock, complaint)
  const notified = [[], first, [...first, ...above]] as const
  return {
    name,
    dueAt,
    metAt,
    state: stateOf(clock, now),
    told: [...notified[told]],
    tells: [first[0], above[0], null][told] ?? null,
  }
}

/** Hours after the due time until a clock that still runs is escalated to the role above; ours. */
const aboveAfterHours = 24
/** When the next escalation of a clock is due; null: all roles are notified, or the clock has stopped. */
export function escalationDue(clock: StoredClock): string | null {
  if (clock.metAt !== null || clock.told === 2) return null
  return clock.told === 0
    ? clock.dueAt
    : new Date(Date.parse(clock.dueAt) + aboveAfterHours * hour).toISOString()
}

/**
 * The fields that follow from the rest: the timer's next look, for whom it waits, and its place in the queue.
 */
export type Derived = Pick<Complaint, 'alarm' | 'dueKey' | 'waitsFor'>
export function deriveFields(complaint: Omit<Complaint, keyof Derived>): Derived {
  const { status, clocks, _id, createdAt } = complaint
  const due = clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? createdAt
  // After the call-back the timer closes it in its next round.
  const alarm =
    status === 'called_back'
      ? createdAt
      : (clocks.flatMap(clock => escalationDue(clock) ?? []).sort()[0] ?? null)
  return { alarm, dueKey: `${due}~${_id.slice(0, 12)}`, waitsFor: waitsFor(complaint) }
}
