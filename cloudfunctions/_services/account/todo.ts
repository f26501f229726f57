import type { Binding } from '@domain/account/binding'
import { relationWords } from '@domain/account/wording'
import type { TodoItem } from '@domain/desk/contract'
import { todoItem } from '@domain/desk/todo'
import { todoLimit, type Todo, type TodoSource } from '../todo'
import { bindings } from './records'

const bindingTodo = (binding: Binding): TodoItem =>
  todoItem('binding', binding._id, relationWords[binding.relation], {
    about: binding.name,
    house: binding.code,
    since: binding.at,
    link: 'packages/register/people/index',
  })

const joining: TodoSource = async ({ estateId }) =>
  (
    await bindings.find(
      { estateId: estateId ?? '', status: 'pending', needs: 'butler' },
      { orderBy: ['key', 'asc'], limit: todoLimit, leaveOut: ['outbox'] },
    )
  ).map(bindingTodo)

export const todo: Todo = { butler: [joining] }
