import { byUrgency } from '@domain/desk/todo'
import { action } from '../_kit/serve'
import { todo } from '../_services/registry'
import { mostTodo } from '../_services/todo'

/** Lists the work of all services that waits for a member of staff, most urgent first. */
export const listTodo = action('desk', 'todo', {
  async run({ caller, now }) {
    const sources = new Set(
      Object.values(todo).flatMap(byPost => caller.posts.flatMap(post => byPost[post] ?? [])),
    )
    const found = await Promise.all([...sources].map(source => source(caller, now)))
    // A person with two posts can get the same item from both.
    const items = new Map(
      found.flatMap(rows => rows.slice(0, mostTodo)).map(item => [`${item.kind}${item.id}`, item]),
    )
    return {
      items: [...items.values()].sort(byUrgency(now)),
      more: found.some(rows => rows.length > mostTodo),
    }
  },
})
