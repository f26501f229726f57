import type { TodoItem } from '@domain/desk/contract'
import type { Caller, Post } from '@domain/kernel/people'

/** Items of each kind that a workbench shows. A person with more begins at the top anyway. */
export const mostTodo = 20
/** One more is read, to know whether there are more. */
export const todoLimit = mostTodo + 1

/** One kind of work that waits for the caller, most urgent first. One database request. */
export type TodoSource = (caller: Caller, now: Date) => Promise<TodoItem[]>
/** What a service puts on the workbench, by post. */
export type Todo = Partial<Record<Post, readonly TodoSource[]>>
