import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import { words } from '@domain/kernel/words'
import { insideVisit, type LogEntry, type Pass } from '@domain/visitor/pass'
import { deskMinutes } from '@domain/visitor/settings'
import { op } from '../../_kit/store'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { gateLog, passes } from './records'

/** A walk-in whose household has not answered: the desk decides. Urgent, because the visitor is waiting. */
const walkInTodo = (pass: Pass): TodoItem =>
  todoItem('walkIn', pass._id, words('门口访客', 'At the gate'), {
    about: pass.name,
    house: pass.house,
    dueAt: pass.lapsesAt,
    urgent: true,
    since: pass.createdAt,
    link: `packages/visitor/pass/index?id=${pass._id}`,
  })

const overstayTodo = (pass: Pass): TodoItem =>
  todoItem('overstay', pass._id, words('访客超时', 'Stayed too long'), {
    about: pass.name,
    house: pass.house,
    dueAt: insideVisit(pass)?.until ?? null,
    since: insideVisit(pass)?.at ?? pass.createdAt,
    link: 'packages/visitor/log/index',
  })

const conflictTodo = (entry: LogEntry): TodoItem =>
  todoItem('conflict', entry._id, words('离线冲突', 'Offline clash'), {
    about: entry.name || (entry.plate ?? ''),
    house: entry.house,
    since: entry.at,
    link: 'packages/visitor/log/index',
  })

const unanswered: TodoSource = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - deskMinutes * 60_000).toISOString()
  return (
    await passes.find(
      { estateId: estateId ?? '', status: op.in(['asked', 'lapsed']), key: op.gt(since) },
      { orderBy: ['key', 'desc'], limit: todoLimit, leaveOut: ['outbox'] },
    )
  )
    .filter(pass => (pass.lapsesAt ?? '') < now.toISOString())
    .map(walkInTodo)
}

const staying: TodoSource = async ({ estateId }, now) =>
  (
    await passes.find(
      { estateId: estateId ?? '', insideKey: op.gt('').and(op.lt(now.toISOString())) },
      { orderBy: ['insideKey', 'asc'], limit: todoLimit, leaveOut: ['outbox'] },
    )
  ).map(overstayTodo)

const recentDays = 7
/** Offline conflicts of the last week. Nothing has to be decided, but the butler has to have seen them. */
const conflicts: TodoSource = async ({ estateId }, now) => {
  const since = new Date(now.getTime() - recentDays * 86_400_000).toISOString()
  return (
    await gateLog.find(
      { estateId: estateId ?? '', conflict: true, key: op.gt(since) },
      { orderBy: ['key', 'desc'], limit: todoLimit },
    )
  ).map(conflictTodo)
}

export const todo: Todo = { butler: [unanswered, staying, conflicts], guard: [staying] }
