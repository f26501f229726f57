import * as z from 'zod/mini'
import { cursor, empty, id, instant, limit, openid, page, read } from '../kernel/wire'

/** Who did what to which record; never what it said. */
const deed = z.object({ id, at: instant, by: z.string(), did: z.string(), record: z.string() })
export type Deed = z.infer<typeof deed>

export const todoKinds = ['assign', 'repair', 'complaint', 'callBack', 'binding', 'walkIn', 'overstay', 'conflict', 'vehicle'] as const
const todo = z.object({
  kind: z.enum(todoKinds), id: z.string(),
  /** What it is, such as a category. */
  what: z.object({ 'zh-CN': z.string(), en: z.string() }),
  about: z.string(), house: z.string(),
  /** The promise that runs out first; null: none. */
  dueAt: z.nullable(instant), urgent: z.boolean(), since: instant,
  /** The page on which it is dealt with. */
  link: z.string(),
})
export type TodoItem = z.infer<typeof todo>

export const deskContract = {
  /** What waits for me, most urgent first; of each kind the twenty that are due first, `more` when there are others. */
  todo: read(empty, z.object({ items: z.array(todo), more: z.boolean() })),
  audit: read(z.strictObject({ from: instant, to: instant, who: z.optional(openid), cursor, limit }), page(deed)),
}
