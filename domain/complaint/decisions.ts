import { invalid } from '../kernel/failure'
import { answerClock, callBackClock, meet, stopAll, tellingDue } from './clocks'
import { unknownStaff, type Change, type Complaint } from './complaint'
import { dayPart, dayParts, nextTry } from './day-parts'
import type { ComplaintSettings } from './settings'
import { chainOf, postOf } from './who'
import type { ComplaintMessage } from './messages'

type Notify = Change['notify']
/** An anonymous author gets no message: its being sent would tell who they are. */
const author = (complaint: Complaint, kind: ComplaintMessage): Notify =>
  complaint.anonymous ? [] : [{ kind, to: { openids: [complaint.authorKey] } }]
/** Whoever handles it. */
const staff = (complaint: Complaint, kind: ComplaintMessage): Notify => [
  { kind, to: { post: postOf(complaint) } },
]
/** Whoever can call: any butler without a hand in it, so that one who handled it does not ask how it was. */
const callers = (complaint: Complaint): Notify =>
  complaint.anonymous
    ? []
    : [{ kind: 'toCall', to: { post: complaint.aboutPerson === unknownStaff ? 'manager' : 'butler' } }]
const joined = (complaint: Complaint, openid: string): string[] => [
  ...new Set([...complaint.handlers, openid]),
]

export const accept = (complaint: Complaint, by: string, now: Date): Change => ({
  set: {
    status: 'accepted',
    handlers: joined(complaint, by),
    clocks: meet(complaint.clocks, ['acknowledge'], now),
  },
  step: { what: 'accepted' },
  notify: author(complaint, 'accepted'),
})

export const progress = (complaint: Complaint, by: string, note: string): Change => ({
  set: { status: 'handling', handlers: joined(complaint, by) },
  step: { what: 'progress', note },
  notify: author(complaint, 'progress'),
})

/** Answered. Whoever wrote without a name cannot be called: they are asked in the app at once. */
export const resolve = (
  complaint: Complaint,
  by: string,
  given: { outcome: string; photos?: string[] | undefined },
  now: Date,
  promises: ComplaintSettings,
): Change => ({
  set: {
    status: 'resolved',
    handlers: joined(complaint, by),
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

/** A bad answer; requirements: 4 and 5 count as satisfied, 1 and 2 bring it back. */
const isBad = (satisfied: number): boolean => satisfied <= 2

function answered(
  complaint: Complaint,
  what: 'calledBack' | 'answered',
  satisfied: number,
  note: string | undefined,
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
 * @throws Refusal INVALID_INPUT when somebody was reached and did not say how satisfied they are
 */
export function callBack(
  complaint: Complaint,
  call: { reached: boolean; satisfied?: number | undefined; note?: string | undefined },
  now: Date,
  { promises, zone }: { promises: ComplaintSettings; zone: string },
): Change {
  if (call.reached) {
    if (call.satisfied === undefined)
      throw invalid('satisfied', '请记录住户的满意度（1–5）', 'How satisfied are they (1–5)?')
    return answered(complaint, 'calledBack', call.satisfied, call.note, now, promises)
  }
  if (call.satisfied !== undefined)
    throw invalid('satisfied', '没有打通，不能记录满意度', 'Nobody was reached: no answer to note')
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
  const change = answered(complaint, 'answered', given.satisfied, given.note, now, promises)
  return { ...change, notify: change.notify.filter(({ kind }) => kind === 'badAnswer') }
}

/** Taken up again: what its author had answered before, they take back. */
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
 * Clocks that ran out are told once to those who handle it, and a day later once to those above them.
 * When nobody has called in time, the resident is asked in the app besides: there may be nobody left who may call.
 */
export function escalate(complaint: Complaint, now: Date): Change {
  const due = complaint.clocks.filter(clock => (tellingDue(clock) ?? '9') <= now.toISOString())
  const isUncalled = !complaint.asked && due.some(({ name, told }) => name === 'callBack' && told === 0)
  const posts = (told: 0 | 1) => [
    ...new Set(due.filter(clock => clock.told === told).flatMap(clock => chainOf(clock, complaint)[told])),
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
