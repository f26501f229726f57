import { hasPost, livesIn, type Caller } from '../kernel/people'
import type { Move, RegistrationState } from './contract'
import type { Registration } from './registration'
import type { ParkingSettings } from './settings'

const day = 24 * 3_600_000
/** The owner of a car in the way can answer for so long; ours. */
const answerHours = 2

interface Transition {
  move: Move
  who: 'desk' | 'household'
  from: readonly Registration['status'][]
  when?: (registration: Registration, now: Date, settings: ParkingSettings) => boolean
}

/** The life of a registration as data. */
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

const isOf = (who: Transition['who'], registration: Registration, caller: Caller): boolean =>
  who === 'desk'
    ? registration.estateId === caller.estateId && hasPost(caller, 'butler')
    : livesIn(caller, registration.houseId)

export type Verdict = 'may' | 'notTheirs' | 'notNow'
export function checkMove(
  move: Move,
  registration: Registration,
  caller: Caller,
  now: Date,
  settings: ParkingSettings,
): Verdict {
  const rows = transitions.filter(row => row.move === move && isOf(row.who, registration, caller))
  if (rows.length === 0) return 'notTheirs'
  return rows.some(
    row => row.from.includes(registration.status) && (row.when?.(registration, now, settings) ?? true),
  )
    ? 'may'
    : 'notNow'
}

/** Moves of the desk: who made them is in the audit, since the registration tells the last of them alone. */
export const isOfDesk = (move: Move): boolean =>
  transitions.some(row => row.move === move && row.who === 'desk')

export const movesFor = (
  registration: Registration,
  caller: Caller,
  now: Date,
  settings: ParkingSettings,
): Move[] =>
  [...new Set(transitions.map(row => row.move))].filter(
    move => checkMove(move, registration, caller, now, settings) === 'may',
  )

/** The household, and the desk. */
export const maySee = (registration: Registration, caller: Caller): boolean =>
  livesIn(caller, registration.houseId) ||
  (registration.estateId === caller.estateId && hasPost(caller, 'butler', 'manager'))

/** What it is at this moment; time passes without a write. */
export function stateOf({ status, until, renewal }: Registration, now: Date): RegistrationState {
  if (status !== 'active') return status
  if (until !== null && until <= now.toISOString()) return 'expired'
  return renewal === null ? 'active' : 'renewing'
}
