import type { TodoItem } from '@domain/desk/contract'
import type { Caller, Post } from '@domain/kernel/people'

/** Items of each kind that a workbench shows; a person with more starts at the top anyway. */
export const mostTodo = 20
/** One more is read, which shows whether there are more. */
export const todoLimit = mostTodo + 1

/** Reads one kind of work that waits for the caller, most urgent first; one database request. */
export type TodoSource = (caller: Caller, now: Date) => Promise<TodoItem[]>
/** The sources of a service for the workbench, by post. */
export type Todo = Partial<Record<Post, readonly TodoSource[]>>
