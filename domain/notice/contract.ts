import * as z from 'zod/mini'
import { cursor, empty, id, instant, limit, page, read, write } from '../kernel/wire'

const message = z.object({
  id,
  at: instant,
  read: z.boolean(),
  title: z.string(),
  body: z.string(),
  /** The page of the mini-program that it leads to, with its query; null: nothing to open. */
  link: z.nullable(z.string()),
})
export type Message = z.infer<typeof message>

/** WeChat's word for what a person answered to the request for one template. */
const answer = z.enum(['accept', 'reject', 'ban', 'filter'])

export const noticeContract = {
  inbox: read(z.strictObject({ cursor, limit }), page(message)),
  /** One message, or all of them when no id is given. */
  read: write(z.strictObject({ id: z.optional(id) }), z.object({ unread: z.int() })),
  unread: read(empty, z.object({ unread: z.int() })),
  consent: write(z.strictObject({ results: z.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)), answer) }),
    z.object({ left: z.record(z.string(), z.int()) })),
}
