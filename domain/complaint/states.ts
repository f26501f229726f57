import { hasPost, type Caller } from '../kernel/people'
import { unknownStaff, type Complaint } from './complaint'
import { statuses, type Move, type Status } from './kinds'
import { phaseOf, statusesIn } from './phases'

/**
 * Who may make a move, in relation to the complaint: its author, staff, staff who may make the call-back,
 * managers alone.
 */
type Mover = 'author' | 'staff' | 'caller' | 'manager'
interface Transition {
  move: Move
  who: Mover
  from: readonly Status[]
  when?: (complaint: Complaint, now: Date, reopenDays: number) => boolean
}

const day = 24 * 3_600_000
/** Until when it can be reopened; null: it is not answered, or was dropped. */
export const reopenUntil = ({ status, resolvedAt }: Complaint, reopenDays: number): Date | null =>
  resolvedAt === null || phaseOf[status] !== 'answered'
    ? null
    : new Date(Date.parse(resolvedAt) + reopenDays * day)

const inHand = statusesIn('inHand')

/**
 * The life cycle of a complaint as data; docs/promises.md, "complaint". The next status is in decisions.ts:
 * it depends on the rating.
 */
export const transitions: readonly Transition[] = [
  { move: 'accept', who: 'staff', from: ['submitted'] },
  { move: 'progress', who: 'staff', from: ['accepted', 'handling'] },
  { move: 'resolve', who: 'staff', from: ['accepted', 'handling'] },
  { move: 'invalidate', who: 'staff', from: inHand },
  { move: 'callBack', who: 'caller', from: ['resolved'] },
  { move: 'contact', who: 'caller', from: ['resolved'], when: complaint => !complaint.anonymous },
  { move: 'contact', who: 'staff', from: inHand, when: complaint => !complaint.anonymous },
  {
    move: 'reveal',
    who: 'manager',
    from: statuses,
    when: complaint => complaint.anonymous,
  },
  { move: 'answer', who: 'author', from: ['resolved'] },
  { move: 'withdraw', who: 'author', from: inHand },
  {
    move: 'reopen',
    who: 'author',
    from: statusesIn('answered'),
    when: (complaint, now, reopenDays) => now <= (reopenUntil(complaint, reopenDays) ?? 0),
  },
  { move: 'close', who: 'staff', from: ['called_back'] },
]

export type Reader = Caller & { authorKeys: readonly string[] }
export const isAuthor = (complaint: Complaint, reader: Reader): boolean =>
  reader.authorKeys.includes(complaint.authorKey)

/** Whether the reader is staff who may read it: never the person it is about. */
export const isStaff = (complaint: Complaint, reader: Reader): boolean =>
  complaint.aboutPerson !== reader.openid &&
  (complaint.aboutPerson === unknownStaff ? hasPost(reader, 'manager') : hasPost(reader, 'butler', 'manager'))

function isMover(who: Mover, complaint: Complaint, reader: Reader): boolean {
  if (who === 'author') return isAuthor(complaint, reader)
  if (!isStaff(complaint, reader) || isAuthor(complaint, reader)) return false
  const manages = hasPost(reader, 'manager')
  // A handler does not make the call-back, whatever their post; only managers can reach an anonymous author.
  if (who === 'caller')
    return !complaint.handlers.includes(reader.openid) && (manages || !complaint.anonymous)
  return manages || (who === 'staff' && (!complaint.escalated || complaint.aboutManager))
}

export type Verdict = 'may' | 'notTheirs' | 'notNow'
/** Whether the reader may make the move now: `notTheirs` in no status, `notNow` not in the present one. */
export function checkMove(
  move: Move,
  complaint: Complaint,
  reader: Reader,
  { now, reopenDays }: { now: Date; reopenDays: number },
): Verdict {
  const rows = transitions.filter(row => row.move === move && isMover(row.who, complaint, reader))
  if (rows.length === 0) return 'notTheirs'
  return rows.some(
    row => row.from.includes(complaint.status) && (row.when?.(complaint, now, reopenDays) ?? true),
  )
    ? 'may'
    : 'notNow'
}

export const movesFor = (complaint: Complaint, reader: Reader, now: Date, reopenDays: number): Move[] =>
  [...new Set(transitions.map(row => row.move))].filter(
    move => checkMove(move, complaint, reader, { now, reopenDays }) === 'may',
  )

/**
 * Whether the reader may see it: its author, and staff other than the person it is about; nobody else of the
 * household.
 */
export const maySee = (complaint: Complaint, reader: Reader): boolean =>
  complaint.estateId === reader.estateId && (isAuthor(complaint, reader) || isStaff(complaint, reader))
