import {
  bindingTodo,
  byUrgency,
  complaintTodo,
  conflictTodo,
  consultTodo,
  overstayTodo,
  repairTodo,
  vehicleTodo,
  walkInTodo,
} from '@domain/desk/todo'
import type { Complaint } from '@domain/complaint/complaint'
import type { TodoItem } from '@domain/desk/contract'
import type { Caller, Post } from '@domain/kernel/people'
import { insideVisit } from '@domain/visitor/pass'
import { deskMinutes } from '@domain/visitor/settings'
import { bindings } from '../_services/account/records'
import { complaints, notAbout } from '../_services/complaint/write'
import { threads } from '../_services/consult/records'
import { registrations } from '../_services/parking/records'
import { orders } from '../_kit/records'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { gateLog, passes } from '../_services/visitor/records'

/** Of each kind so many; whoever has more begins at the top anyway. */
const most = 20

type Source = (caller: Caller, now: Date) => Promise<TodoItem[]>
const limit = most + 1

const unassigned: Source = async ({ estateId }) =>
  (
    await orders.find(
      { estateId: estateId ?? '', status: op.in(['submitted', 'accepted']) },
      { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

const mine: Source = async ({ estateId, openid }) =>
  (
    await orders.find(
      { estateId: estateId ?? '', assigneeId: openid, status: op.in(['assigned', 'working']) },
      { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

/** What is overdue and open: the manager's. */
const overdue: Source = async ({ estateId }, now) =>
  (
    await orders.find(
      { estateId: estateId ?? '', open: true, dueKey: op.lt(now.toISOString()) },
      { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

const soonest = { orderBy: ['dueKey', 'asc'] as ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] }
/** Complaints of the caller's estate, never about themselves. */
const grievances = async (caller: Caller, where: Where<Complaint>): Promise<TodoItem[]> =>
  (await complaints.find({ estateId: caller.estateId ?? '', ...notAbout(caller), ...where }, soonest)).map(
    complaintTodo,
  )

const toHandle: Source = caller => grievances(caller, { waitsFor: 'butler' })
/** By somebody who did not handle them, and at an hour at which nobody has tried. */
const toCall: Source = (caller, now) =>
  grievances(caller, {
    waitsFor: 'call',
    handlers: op.neq(caller.openid),
    callFrom: op.lte(now.toISOString()),
  })
const toManage: Source = caller => grievances(caller, { waitsFor: 'manager' })
/** What the butlers have let run late. */
const late: Source = (caller, now) =>
  grievances(caller, { waitsFor: 'butler', dueKey: op.lt(now.toISOString()) })
const lastHours = 24
/** Calls that nobody has made a day before they are due: there may be no other butler. */
const lastCalls: Source = (caller, now) =>
  grievances(caller, {
    waitsFor: 'call',
    handlers: op.neq(caller.openid),
    callFrom: op.lte(now.toISOString()),
    dueKey: op.lt(new Date(now.getTime() + lastHours * 3_600_000).toISOString()),
  })

const joining: Source = async ({ estateId }) =>
  (
    await bindings.find(
      { estateId: estateId ?? '', status: 'pending', needs: 'butler' },
      { orderBy: ['key', 'asc'], limit, leaveOut: ['outbox'] },
    )
  ).map(bindingTodo)

const unanswered: Source = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - deskMinutes * 60_000).toISOString()
  return (
    await passes.find(
      { estateId: estateId ?? '', status: op.in(['asked', 'lapsed']), key: op.gt(since) },
      { orderBy: ['key', 'desc'], limit, leaveOut: ['outbox'] },
    )
  )
    .filter(pass => (pass.lapsesAt ?? '') < now.toISOString())
    .map(walkInTodo)
}

const staying: Source = async ({ estateId }, now) =>
  (
    await passes.find(
      { estateId: estateId ?? '', insideKey: op.gt('') },
      { orderBy: ['insideKey', 'asc'], limit: 4 * limit, leaveOut: ['outbox'] },
    )
  )
    .filter(pass => (insideVisit(pass)?.until ?? '9') < now.toISOString())
    .map(overstayTodo)

const recentDays = 7
/** Offline clashes of the last week: there is nothing to tick off, but somebody has to have looked. */
const clashes: Source = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - recentDays * 86_400_000).toISOString()
  return (
    await gateLog.find(
      { estateId: estateId ?? '', conflict: true, key: op.gt(since) },
      { orderBy: ['key', 'desc'], limit },
    )
  ).map(conflictTodo)
}

const vehicles: Source = async ({ estateId }) =>
  (
    await registrations.find(
      { estateId: estateId ?? '', waitsFor: 'decision' },
      { orderBy: ['waitKey', 'asc'], limit, leaveOut: ['outbox', 'marks'] },
    )
  ).map(vehicleTodo)

const questions: Source = async ({ estateId }) =>
  (
    await threads.find(
      { estateId: estateId ?? '', waitKey: op.gt('') },
      { orderBy: ['waitKey', 'asc'], limit },
    )
  ).map(consultTodo)

/** Questions past their time, longest first: those that wait longest are the first to be. */
const lateQuestions: Source = async (caller, now) =>
  (await questions(caller, now)).filter(({ dueAt }) => dueAt !== null && dueAt < now.toISOString())

const sources: Partial<Record<Post, readonly Source[]>> = {
  butler: [unassigned, toHandle, toCall, joining, unanswered, staying, clashes, vehicles, questions],
  technician: [mine, unassigned],
  guard: [staying],
  manager: [overdue, toManage, late, lastCalls, lateQuestions],
}

export const listTodo = action('desk', 'todo', {
  async run({ caller, now }) {
    const asked = [...new Set(caller.posts.flatMap(post => sources[post] ?? []))]
    const found = await Promise.all(asked.map(source => source(caller, now)))
    // Whoever holds two posts has some things by both.
    const items = new Map(
      found.flatMap(rows => rows.slice(0, most)).map(item => [`${item.kind}${item.id}`, item]),
    )
    return { items: [...items.values()].sort(byUrgency(now)), more: found.some(rows => rows.length > most) }
  },
})
