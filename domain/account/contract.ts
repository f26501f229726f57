import * as z from 'zod/mini'
import { posts, relations } from '../kernel/people'
import { langs } from '../kernel/words'
import { empty, id, openid, read, text, write } from '../kernel/wire'

const person = z.object({
  id: openid,
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  lang: z.enum(langs),
  largeText: z.boolean(),
})

const session = z.object({
  person,
  estate: z.nullable(z.object({
    id,
    name: z.object({ 'zh-CN': z.string(), en: z.string() }),
    zone: z.string(),
    /** Minutes east of UTC now, for phones without time zone data. */
    utcOffset: z.int(),
    phone: z.string(),
  })),
  roles: z.array(z.enum(posts)),
  houses: z.array(z.object({ id, code: z.string(), relation: z.enum(relations) })),
  pending: z.array(z.object({ id, code: z.string(), relation: z.enum(relations) })),
  unread: z.int(),
  /** Purpose → WeChat's id of the message template to ask consent for. */
  templates: z.record(z.string(), z.string()),
})
export type Session = z.infer<typeof session>

export const accountContract = {
  session: read(empty, session),
  updateProfile: write(z.strictObject({
    name: z.optional(text(20)), lang: z.optional(z.enum(langs)), largeText: z.optional(z.boolean()),
  }), person),
}
