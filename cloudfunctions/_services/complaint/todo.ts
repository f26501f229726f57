import type { Complaint } from '@domain/complaint/complaint'
import { categoryWords } from '@domain/complaint/wording'
import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import type { Caller } from '@domain/kernel/people'
import { op, type Where } from '../../_kit/store'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { complaints } from './records'
import { notAbout } from './write'

function complaintTodo(complaint: Complaint): TodoItem {
  const dueAt =
    complaint.clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? null
  return todoItem(
    complaint.status === 'resolved' ? 'callBack' : 'complaint',
    complaint._id,
    categoryWords[complaint.category],
    {
      about: complaint.content.slice(0, 60),
      house: complaint.house ?? '',
      dueAt,
      urgent: complaint.escalated,
      since: complaint.createdAt,
      link: `packages/complaint/complaint/index?id=${complaint._id}`,
    },
  )
}

const soonest = {
  orderBy: ['dueKey', 'asc'] as ['dueKey', 'asc'],
  limit: todoLimit,
  leaveOut: ['timeline', 'outbox'],
}
/** Complaints of the caller's estate, never about themselves. */
const complaintsFor = async (caller: Caller, where: Where<Complaint>): Promise<TodoItem[]> =>
  (await complaints.find({ estateId: caller.estateId ?? '', ...notAbout(caller), ...where }, soonest)).map(
    complaintTodo,
  )

const toHandle: TodoSource = caller => complaintsFor(caller, { waitsFor: 'butler' })
/** Call-backs by staff who did not handle the complaint, at a time of day that has not been tried. */
const toCall: TodoSource = (caller, now) =>
  complaintsFor(caller, {
    waitsFor: 'call',
    handlers: op.neq(caller.openid),
    callFrom: op.lte(now.toISOString()),
  })
const toManage: TodoSource = caller => complaintsFor(caller, { waitsFor: 'manager' })
/** Complaints that wait for a butler past their due time. */
const overdue: TodoSource = (caller, now) =>
  complaintsFor(caller, { waitsFor: 'butler', dueKey: op.lt(now.toISOString()) })
/** Hours before its due time from which a call-back that was not made is shown to the manager. */
const lastHours = 24
/** Call-backs that are due within a day and still not made: there may be no other butler. */
const lastCalls: TodoSource = (caller, now) =>
  complaintsFor(caller, {
    waitsFor: 'call',
    handlers: op.neq(caller.openid),
    callFrom: op.lte(now.toISOString()),
    dueKey: op.lt(new Date(now.getTime() + lastHours * 3_600_000).toISOString()),
  })

export const todo: Todo = { butler: [toHandle, toCall], manager: [toManage, overdue, lastCalls] }
