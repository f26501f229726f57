import type { Thread } from '@domain/consult/thread'
import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import { words } from '@domain/kernel/words'
import { op } from '../../_kit/store'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { threads } from './records'

/** A thread that waits for an answer. */
const consultTodo = (thread: Thread): TodoItem =>
  todoItem('consult', thread._id, words('咨询', 'Question'), {
    about: thread.lastText,
    house: thread.house,
    dueAt: thread.answerBy,
    since: thread.waitKey?.slice(0, 24) ?? thread.lastAt,
    link: `packages/consult/thread/index?house=${thread._id}`,
  })

const questions: TodoSource = async ({ estateId }) =>
  (
    await threads.find(
      { estateId: estateId ?? '', waitKey: op.gt('') },
      { orderBy: ['waitKey', 'asc'], limit: todoLimit },
    )
  ).map(consultTodo)

/** Overdue questions, longest wait first: `questions` is in that order. */
const overdueQuestions: TodoSource = async (caller, now) =>
  (await questions(caller, now)).filter(({ dueAt }) => dueAt !== null && dueAt < now.toISOString())

export const todo: Todo = { butler: [questions], manager: [overdueQuestions] }
