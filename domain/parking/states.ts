import { hasPost, livesIn, type Caller } from '../kernel/people'
import type { Move, RegistrationState, RegistrationStatus } from './kinds'
import type { Registration } from './registration'
import type { ParkingSettings } from './settings'

const day = 24 * 3_600_000
/** How long the owner of a car in the way can answer, in hours; ours. */
const answerHours = 2

type HouseholdMove = 'cancel' | 'renew' | 'answerMove'
type DeskMove = Exclude<Move, HouseholdMove>

type Transition = ({ who: 'desk'; move: DeskMove } | { who: 'household'; move: HouseholdMove }) & {
  from: readonly Registration['status'][]
  when?: (registration: Registration, now: Date, settings: ParkingSettings) => boolean
}

/** The life cycle of a registration as data. The next status is in decisions.ts. */
export const transitions: readonly Transition[] = [
  { move: 'approve', who: 'desk', from: ['pending', 'waiting'] },
  { move: 'approve', who: 'desk', from: ['active'], when: ({ renewal }) => renewal !== null },
  { move: 'reject', who: 'desk', from: ['pending', 'waiting'] },
  { move: 'reject', who: 'desk', from: ['active'], when: ({ renewal }) => renewal !== null },
  { move: 'end', who: 'desk', from: ['active'], when: ({ renewal }) => renewal === null },
  { move: 'cancel', who: 'household', from: ['pending', 'waiting', 'active'] },
  {
    move: 'renew',
    who: 'household',
    from: ['active'],
    when: ({ renewal, until }, now, { remindDays }) =>
      renewal === null && until !== null && Date.parse(until) - now.getTime() <= remindDays * day,
  },
  {
    move: 'answerMove',
    who: 'household',
    from: ['active'],
    when: ({ move }, now) =>
      move !== null && move.answer === null && now.getTime() - Date.parse(move.at) < answerHours * 3_600_000,
  },
]

/** Statuses in which a registration counts: the household can still cancel it. */
export const liveStatuses: readonly RegistrationStatus[] = transitions.flatMap(({ move, from }) =>
  move === 'cancel' ? from : [],
)
export const isLive = (status: RegistrationStatus): boolean => liveStatuses.includes(status)

const isOf = (who: Transition['who'], registration: Registration, caller: Caller): boolean =>
  who === 'desk'
    ? registration.estateId === caller.estateId && hasPost(caller, 'butler')
    : livesIn(caller, registration.houseId)

export type Verdict = 'may' | 'notTheirs' | 'notNow'
/** Whether the caller may make the move now: `notTheirs` in no status, `notNow` not in the present one. */
export function checkMove(
  move: Move,
  registration: Registration,
  caller: Caller,
  { now, settings }: { now: Date; settings: ParkingSettings },
): Verdict {
  const rows = transitions.filter(row => row.move === move && isOf(row.who, registration, caller))
  if (rows.length === 0) return 'notTheirs'
  return rows.some(
    row => row.from.includes(registration.status) && (row.when?.(registration, now, settings) ?? true),
  )
    ? 'may'
    : 'notNow'
}

/**
 * Whether it is a move of the desk: those are audited, because the registration holds the last of them only.
 */
/** Whether the desk makes the move; each of its moves is audited. */
export const isOfDesk = (move: Move): move is DeskMove =>
  transitions.some(row => row.move === move && row.who === 'desk')

export const movesFor = (
  registration: Registration,
  caller: Caller,
  now: Date,
  settings: ParkingSettings,
): Move[] =>
  [...new Set(transitions.map(row => row.move))].filter(
    move => checkMove(move, registration, caller, { now, settings }) === 'may',
  )

/** Whether the caller may see it: the household, and the desk. */
export const maySee = (registration: Registration, caller: Caller): boolean =>
  livesIn(caller, registration.houseId) ||
  (registration.estateId === caller.estateId && hasPost(caller, 'butler', 'manager'))

/** The state at an instant; it can change by time alone, without a write. */
export function stateOf({ status, until, renewal }: Registration, now: Date): RegistrationState {
  if (status !== 'active') return status
  if (until !== null && until <= now.toISOString()) return 'expired'
  return renewal === null ? 'active' : 'renewing'
}
