import type { Words } from '../kernel/words'
import type { TodoItem } from './contract'

/** A line of the workbench; what is left out is empty, not due and not urgent. */
export const todoItem = (
  kind: TodoItem['kind'],
  id: string,
  what: Words,
  more: Partial<TodoItem> & Pick<TodoItem, 'link' | 'since'>,
): TodoItem => ({ kind, id, what, about: '', house: '', dueAt: null, urgent: false, ...more })

/**
 * Most urgent first: what is late, then what is urgent, then what is due soonest, then what has waited
 * longest.
 */
export function byUrgency(now: Date): (a: TodoItem, b: TodoItem) => number {
  const isLate = ({ dueAt }: TodoItem): number => Number(dueAt !== null && dueAt < now.toISOString())
  return (a, b) =>
    isLate(b) - isLate(a) ||
    Number(b.urgent) - Number(a.urgent) ||
    (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') ||
    a.since.localeCompare(b.since)
}
