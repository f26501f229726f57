import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import type { Order } from '@domain/repair/order'
import { inWorkStatuses, unassignedStatuses } from '@domain/repair/states'
import { categoryWords } from '@domain/repair/wording'
import { op } from '../../_kit/store'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { orders } from './records'

/** A work order on the workbench; it is due when the first of its running clocks is. */
function repairTodo(order: Order): TodoItem {
  const dueAt = order.clocks.flatMap(clock => (clock.metAt === null ? [clock.dueAt] : [])).sort()[0] ?? null
  return todoItem(order.assigneeId === null ? 'assign' : 'repair', order._id, categoryWords[order.category], {
    about: order.description.slice(0, 60),
    house: order.house ?? '',
    dueAt,
    urgent: order.urgency === 'urgent',
    since: order.createdAt,
    link: `packages/repair/order/index?id=${order._id}`,
  })
}

const unassigned: TodoSource = async ({ estateId }) =>
  (
    await orders.find(
      { estateId: estateId ?? '', status: op.in(unassignedStatuses) },
      { orderBy: ['dueKey', 'asc'], limit: todoLimit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

const mine: TodoSource = async ({ estateId, openid }) =>
  (
    await orders.find(
      { estateId: estateId ?? '', assigneeId: openid, status: op.in(inWorkStatuses) },
      { orderBy: ['dueKey', 'asc'], limit: todoLimit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

/** Overdue open orders, for the manager. */
const overdue: TodoSource = async ({ estateId }, now) =>
  (
    await orders.find(
      { estateId: estateId ?? '', open: true, dueKey: op.lt(now.toISOString()) },
      { orderBy: ['dueKey', 'asc'], limit: todoLimit, leaveOut: ['timeline', 'outbox'] },
    )
  ).map(repairTodo)

export const todo: Todo = { butler: [unassigned], technician: [mine, unassigned], manager: [overdue] }
