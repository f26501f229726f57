import { hasPost, type Caller } from '../kernel/people'
import { unknownStaff, type Complaint } from './complaint'
import type { Move, Status } from './contract'

/** Seen from the complaint: who wrote it, staff, staff who can ask how it was handled, the manager alone. */
type Mover = 'author' | 'staff' | 'caller' | 'manager'
interface Transition {
  move: Move
  who: Mover
  from: readonly Status[]
  when?: (complaint: Complaint, now: Date, reopenDays: number) => boolean
}

const day = 24 * 3_600_000
/** Until when it can be taken up again; null: there is no answer yet, or it is in hand. */
export const reopenUntil = ({ status, resolvedAt }: Complaint, reopenDays: number): Date | null =>
  resolvedAt === null || !answered.includes(status)
    ? null
    : new Date(Date.parse(resolvedAt) + reopenDays * day)
const answered: Status[] = ['resolved', 'called_back', 'closed']
const inHand: Status[] = ['submitted', 'accepted', 'handling']

/** The life of a complaint as data; docs/promises.md, "complaint". Where it leads is decisions.ts: a bad answer leads back. */
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
    from: ['submitted', 'accepted', 'handling', 'resolved', 'called_back', 'closed', 'withdrawn', 'invalid'],
    when: complaint => complaint.anonymous,
  },
  { move: 'answer', who: 'author', from: ['resolved'] },
  { move: 'withdraw', who: 'author', from: inHand },
  {
    move: 'reopen',
    who: 'author',
    from: answered,
    when: (complaint, now, reopenDays) => now <= (reopenUntil(complaint, reopenDays) ?? 0),
  },
  { move: 'close', who: 'staff', from: ['called_back'] },
]

export type Reader = Caller & { authorKeys: readonly string[] }
export const isAuthor = (complaint: Complaint, reader: Reader): boolean =>
  reader.authorKeys.includes(complaint.authorKey)

/** Staff of the estate, but never the person it is about; what is with the manager is the manager's. */
export const isStaff = (complaint: Complaint, reader: Reader): boolean =>
  complaint.aboutPerson !== reader.openid &&
  (complaint.aboutPerson === unknownStaff ? hasPost(reader, 'manager') : hasPost(reader, 'butler', 'manager'))

function isMover(who: Mover, complaint: Complaint, reader: Reader): boolean {
  if (who === 'author') return isAuthor(complaint, reader)
  if (!isStaff(complaint, reader) || isAuthor(complaint, reader)) return false
  const manages = hasPost(reader, 'manager')
  // Who handled it does not ask how it was, whatever their post; who wrote without a name has no phone for anybody but the manager.
  if (who === 'caller')
    return !complaint.handlers.includes(reader.openid) && (manages || !complaint.anonymous)
  return manages || (who === 'staff' && (!complaint.escalated || complaint.aboutManager))
}

export type Verdict = 'may' | 'notTheirs' | 'notNow'
export function checkMove(
  move: Move,
  complaint: Complaint,
  reader: Reader,
  now: Date,
  reopenDays: number,
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
    move => checkMove(move, complaint, reader, now, reopenDays) === 'may',
  )

/** Who may read it: its author, and staff but the person it is about. Nobody else of the household. */
export const maySee = (complaint: Complaint, reader: Reader): boolean =>
  complaint.estateId === reader.estateId && (isAuthor(complaint, reader) || isStaff(complaint, reader))
