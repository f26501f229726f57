import { invalid } from '../kernel/failure'
import { answerClock, callBackClock, escalationDue, meet, stopAll } from './clocks'
import { unknownStaff, type Change, type Complaint } from './complaint'
import { dayPart, dayParts, nextTry } from './day-parts'
import type { ComplaintSettings } from './settings'
import { escalationOf, postOf } from './who'
import type { ComplaintMessage } from './messages'

type Notify = Change['notify']
/** An anonymous author gets no message: sending one would reveal who they are. */
const author = (complaint: Complaint, kind: ComplaintMessage): Notify =>
  complaint.anonymous ? [] : [{ kind, to: { openids: [complaint.authorKey] } }]
/** The post that handles it. */
const staff = (complaint: Complaint, kind: ComplaintMessage): Notify => [
  { kind, to: { post: postOf(complaint) } },
]
/** Those who can make the call-back: staff who did not handle it. */
const callers = (complaint: Complaint): Notify =>
  complaint.anonymous
    ? []
    : [{ kind: 'toCall', to: { post: complaint.aboutPerson === unknownStaff ? 'manager' : 'butler' } }]
const withHandler = (complaint: Complaint, openid: string): string[] => [
  ...new Set([...complaint.handlers, openid]),
]

export const accept = (complaint: Complaint, by: string, now: Date): Change => ({
  set: {
    status: 'accepted',
    handlers: withHandler(complaint, by),
    clocks: meet(complaint.clocks, ['acknowledge'], now),
  },
  step: { what: 'accepted' },
  notify: author(complaint, 'accepted'),
})

export const progress = (complaint: Complaint, by: string, note: string): Change => ({
  set: { status: 'handling', handlers: withHandler(complaint, by) },
  step: { what: 'progress', note },
  notify: author(complaint, 'progress'),
})

/** Answered. An anonymous author cannot be called, and is asked in the app at once. */
export const resolve = (
  complaint: Complaint,
  given: { by: string; outcome: string; photos?: string[] | undefined },
  now: Date,
  promises: ComplaintSettings,
): Change => ({
  set: {
    status: 'resolved',
    handlers: withHandler(complaint, given.by),
    outcome: given.outcome,
    resolvedAt: now.toISOString(),
    calls: [],
    callFrom: now.toISOString(),
    asked: complaint.anonymous,
    unchecked: [...complaint.unchecked, ...(given.photos ?? [])],
    clocks: [...meet(complaint.clocks, ['acknowledge', 'answer'], now), callBackClock(now, promises)],
  },
  step: { what: 'resolved', note: given.outcome, ...(given.photos?.length ? { photos: given.photos } : {}) },
  notify: [...author(complaint, 'resolved'), ...callers(complaint)],
})

export const invalidate = (complaint: Complaint, reason: string): Change => ({
  set: { status: 'invalid', clocks: stopAll(complaint.clocks) },
  step: { what: 'invalid', note: reason },
  notify: author(complaint, 'invalid'),
})

/** A bad rating; docs/promises.md: 4 and 5 count as satisfied, 1 and 2 reopen the complaint. */
const isBad = (satisfied: number): boolean => satisfied <= 2

function answered(
  complaint: Complaint,
  {
    what,
    satisfied,
    note,
  }: { what: 'calledBack' | 'answered'; satisfied: number; note?: string | undefined },
  now: Date,
  promises: ComplaintSettings,
): Change {
  const step = { what, satisfied, ...(note ? { note } : {}) }
  const clocks = meet(complaint.clocks, ['callBack'], now)
  if (!isBad(satisfied))
    return {
      set: { status: 'called_back', satisfied, clocks },
      step,
      notify: author(complaint, 'calledBack'),
    }
  return {
    set: {
      status: 'handling',
      satisfied,
      escalated: true,
      reopened: complaint.reopened + 1,
      handlers: [],
      asked: false,
      clocks: [...clocks, answerClock(now, promises)],
    },
    step,
    notify: [...staff({ ...complaint, escalated: true }, 'badAnswer'), ...author(complaint, 'reopened')],
  }
}

/**
 * A call; when nobody was reached in any part of the day, the resident is asked in the app.
 * @throws Refusal INVALID_INPUT when the resident was reached and no rating is given
 */
export function callBack(
  complaint: Complaint,
  call: { reached: boolean; satisfied?: number | undefined; note?: string | undefined },
  now: Date,
  { promises, zone }: { promises: ComplaintSettings; zone: string },
): Change {
  if (call.reached) {
    if (call.satisfied === undefined)
      throw invalid(
        'satisfied',
        '请记录住户的满意度（1–5）',
        'Please record how satisfied the resident is (1–5)',
      )
    return answered(
      complaint,
      { what: 'calledBack', satisfied: call.satisfied, note: call.note },
      now,
      promises,
    )
  }
  if (call.satisfied !== undefined)
    throw invalid(
      'satisfied',
      '没有打通，不能记录满意度',
      'Nobody was reached, so there is no rating to record',
    )
  const calls = [...complaint.calls, { at: now.toISOString(), part: dayPart(now, zone) }]
  const tried = new Set(calls.map(each => each.part))
  const asks = !complaint.asked && tried.size === dayParts.length
  return {
    set: {
      calls,
      asked: complaint.asked || asks,
      callFrom: nextTry([...tried], now, zone)?.toISOString() ?? complaint.callFrom,
    },
    step: { what: asks ? 'askedInApp' : 'notReached', ...(call.note ? { note: call.note } : {}) },
    notify: asks ? author(complaint, 'pleaseAnswer') : [],
  }
}

export const answer = (
  complaint: Complaint,
  given: { satisfied: number; note?: string | undefined },
  now: Date,
  promises: ComplaintSettings,
): Change => {
  const change = answered(complaint, { what: 'answered', ...given }, now, promises)
  return { ...change, notify: change.notify.filter(({ kind }) => kind === 'badAnswer') }
}

/** Reopened by its author, whose earlier rating no longer counts. */
export const reopen = (
  complaint: Complaint,
  reason: string,
  now: Date,
  promises: ComplaintSettings,
): Change => ({
  set: {
    status: 'handling',
    reopened: complaint.reopened + 1,
    handlers: [],
    asked: false,
    satisfied: null,
    clocks: [...stopAll(complaint.clocks), answerClock(now, promises)],
  },
  step: { what: 'reopened', note: reason },
  notify: staff(complaint, 'reopenedBy'),
})

export const withdraw = (complaint: Complaint, reason: string | undefined): Change => ({
  set: { status: 'withdrawn', clocks: stopAll(complaint.clocks) },
  step: { what: 'withdrawn', ...(reason ? { note: reason } : {}) },
  notify: staff(complaint, 'withdrawn'),
})

export const close = (complaint: Complaint): Change => ({
  set: { status: 'closed' },
  step: { what: 'closed' },
  notify: author(complaint, 'closed'),
})

/**
 * Notifies of clocks that ran out: once the post that handles the complaint, and a day later once the role
 * above it. When nobody has called in time, the resident is also asked in the app: there may be nobody left
 * who may call.
 */
export function escalate(complaint: Complaint, now: Date): Change {
  const due = complaint.clocks.filter(clock => (escalationDue(clock) ?? '9') <= now.toISOString())
  const isUncalled = !complaint.asked && due.some(({ name, told }) => name === 'callBack' && told === 0)
  const posts = (told: 0 | 1) => [
    ...new Set(
      due.filter(clock => clock.told === told).flatMap(clock => escalationOf(clock, complaint)[told]),
    ),
  ]
  return {
    set: {
      clocks: complaint.clocks.map(clock =>
        due.includes(clock) ? { ...clock, told: clock.told === 0 ? 1 : 2 } : clock,
      ),
    },
    step: {
      what: 'overdue',
      late: due.map(({ name }) => name),
      told: [...new Set([...posts(0), ...posts(1)])],
    },
    notify: [
      ...posts(0).map(post => ({ kind: 'overdue' as const, to: { post } })),
      ...posts(1).map(post => ({ kind: 'overdueAbove' as const, to: { post } })),
      ...(isUncalled ? author(complaint, 'callIsLate') : []),
    ],
  }
}
