import * as z from 'zod/mini'
import { posts, relations } from '../../kernel/people'
import { id, instant, openid } from '../../kernel/wire'
import { langs } from '../../kernel/words'
import { approvers } from '../kinds'
import { estateName } from './fields'

export const person = z.object({
  id: openid,
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  lang: z.enum(langs),
  largeText: z.boolean(),
})
const houseOf = z.object({ id, code: z.string(), relation: z.enum(relations), until: z.nullable(instant) })

export const session = z.object({
  person,
  estate: z.nullable(
    z.object({
      id,
      name: estateName,
      zone: z.string(),
      /** Minutes east of UTC now, for phones without time zone data. */
      utcOffset: z.int(),
      phone: z.string(),
    }),
  ),
  /** The estates in which the person has a house or a post; with more than one they can switch. */
  estates: z.array(z.object({ id, name: estateName })),
  roles: z.array(z.enum(posts)),
  houses: z.array(houseOf),
  pending: z.array(
    z.object({ id, code: z.string(), relation: z.enum(relations), needs: z.array(z.enum(approvers)) }),
  ),
  unread: z.int(),
  /** Purpose → WeChat's id of the message template to ask consent for. */
  templates: z.record(z.string(), z.string()),
  /** Template → messages that the person has allowed and that are not used up, by our ledger. */
  accepts: z.record(z.string(), z.int()),
  /** The version of the privacy guide that the person agreed to; null: not yet. */
  privacy: z.nullable(z.string()),
})
export type Session = z.infer<typeof session>
