import { bindingTodo, byUrgency, complaintTodo, conflictTodo, consultTodo, overstayTodo, repairTodo, vehicleTodo, walkInTodo } from '@domain/desk/todo'
import type { TodoItem } from '@domain/desk/contract'
import { hasPost, type Caller, type Post } from '@domain/kernel/people'
import { insideVisit } from '@domain/visitor/pass'
import { deskMinutes } from '@domain/visitor/settings'
import { bindings } from '../_kit/account-records'
import { complaints } from '../_kit/complaint-write'
import { threads } from '../_kit/consult-records'
import { registrations } from '../_kit/parking-records'
import { orders } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { gateLog, passes } from '../_kit/visitor-records'

/** Of each kind so many; whoever has more begins at the top anyway. */
const most = 20

type Source = (caller: Caller, now: Date) => Promise<TodoItem[]>
const limit = most + 1

const unassigned: Source = async ({ estateId }) =>
  (await orders.find({ estateId: estateId ?? '', status: op.in(['submitted', 'accepted']) }, { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] })).map(repairTodo)

const mine: Source = async ({ estateId, openid }) =>
  (await orders.find({ estateId: estateId ?? '', assigneeId: openid, status: op.in(['assigned', 'working']) }, { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] })).map(repairTodo)

/** What is overdue and open: the manager's. */
const overdue: Source = async ({ estateId }, now) =>
  (await orders.find({ estateId: estateId ?? '', open: true, dueKey: op.lt(now.toISOString()) }, { orderBy: ['dueKey', 'asc'], limit, leaveOut: ['timeline', 'outbox'] })).map(repairTodo)

/** To be handled, or to be called back by somebody who did not handle it; never about oneself. */
const grievances: Source = async (caller) => {
  const found = await complaints.find({ estateId: caller.estateId ?? '', open: true, aboutPerson: op.neq(caller.openid) }, { orderBy: ['dueKey', 'asc'], limit: 2 * limit, leaveOut: ['timeline', 'outbox'] })
  const manager = hasPost(caller, 'manager')
  return found.filter(each => each.status !== 'called_back' && (manager
    ? each.escalated || each.aboutPerson !== null || each.anonymous || each.clocks.some(clock => clock.told > 0 && clock.metAt === null)
    : !each.escalated && !(each.status === 'resolved' && (each.anonymous || each.handlers.includes(caller.openid))))).map(complaintTodo)
}

const joining: Source = async ({ estateId }) =>
  (await bindings.find({ estateId: estateId ?? '', status: 'pending' }, { orderBy: ['key', 'desc'], limit, leaveOut: ['outbox'] })).filter(tie => tie.needs.includes('butler')).map(bindingTodo)

const unanswered: Source = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - deskMinutes * 60_000).toISOString()
  return (await passes.find({ estateId: estateId ?? '', status: op.in(['asked', 'lapsed']), key: op.gt(since) }, { orderBy: ['key', 'desc'], limit, leaveOut: ['outbox'] }))
    .filter(pass => (pass.lapsesAt ?? '') < now.toISOString()).map(walkInTodo)
}

const staying: Source = async ({ estateId }, now) =>
  (await passes.find({ estateId: estateId ?? '', insideKey: op.gt('') }, { orderBy: ['insideKey', 'asc'], limit: 4 * limit, leaveOut: ['outbox'] }))
    .filter(pass => (insideVisit(pass)?.until ?? '9') < now.toISOString()).map(overstayTodo)

const recentDays = 7
/** Offline clashes of the last week: there is nothing to tick off, but somebody has to have looked. */
const clashes: Source = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - recentDays * 86_400_000).toISOString()
  return (await gateLog.find({ estateId: estateId ?? '', conflict: true, key: op.gt(since) }, { orderBy: ['key', 'desc'], limit })).map(conflictTodo)
}

const vehicles: Source = async ({ estateId }) =>
  (await registrations.find({ estateId: estateId ?? '', waitsFor: 'decision' }, { orderBy: ['waitKey', 'asc'], limit, leaveOut: ['outbox', 'marks'] })).map(vehicleTodo)

const questions: Source = async ({ estateId }) =>
  (await threads.find({ estateId: estateId ?? '', waitKey: op.gt('') }, { orderBy: ['waitKey', 'asc'], limit })).map(consultTodo)

const sources: Partial<Record<Post, readonly Source[]>> = {
  butler: [unassigned, grievances, joining, unanswered, staying, clashes, vehicles, questions], technician: [mine, unassigned], guard: [staying], manager: [overdue, grievances],
}

export const listTodo = action('desk', 'todo', {
  async run({ caller, now }) {
    const asked = [...new Set(caller.posts.flatMap(post => sources[post] ?? []))]
    const found = await Promise.all(asked.map(source => source(caller, now)))
    return { items: found.flatMap(rows => rows.slice(0, most)).sort(byUrgency), more: found.some(rows => rows.length > most) }
  },
})
