import * as z from 'zod/mini'
import { cursor, empty, fileID, id, instant, limit, page, read, text, write } from '../kernel/wire'
import { audienceKinds, failReasons, pushStages, receiptStates, rowStates, subjects } from './kinds'

export * from './kinds'

const message = z.object({
  id,
  at: instant,
  read: z.boolean(),
  title: z.string(),
  body: z.string(),
  /** Stays on top until its end. */
  pinned: z.boolean(),
  /** The page of the mini-program that it leads to, with its query; null: nothing to open. */
  link: z.nullable(z.string()),
})
export type Message = z.infer<typeof message>

/** The ids are buildings, house ids or roles, as the kind says, each once; of the estate none. */
export const audience = z.strictObject({
  kind: z.enum(audienceKinds),
  ids: z.optional(
    z.array(text(64)).check(
      z.overwrite(ids => [...new Set(ids)]),
      z.minLength(1),
      z.maxLength(200),
    ),
  ),
})
export type AudienceInput = z.infer<typeof audience>

const notice = z.object({
  id,
  no: z.string(),
  at: instant,
  /** In the reader's language. */
  title: z.string(),
  body: z.string(),
  photos: z.array(z.string()),
  pictures: z.record(z.string(), z.string()),
  pinned: z.boolean(),
  /** Until then it is in the inboxes; null: until it is taken back. */
  until: z.nullable(instant),
  /** Taken back by the desk. */
  withdrawn: z.boolean(),
  about: z.nullable(z.object({ kind: z.enum(subjects), id })),
  /** Null for notices that stand for themselves. */
  link: z.nullable(z.string()),
  /** For the desk: for whom it is, and the pushes that went out, newest first. */
  audience: z.nullable(z.object({ kind: z.enum(audienceKinds), ids: z.array(z.string()) })),
  pushes: z.array(z.string()),
})
export type NoticeView = z.infer<typeof notice>

const receipt = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(receiptStates),
  at: z.nullable(instant),
})
export type Receipt = z.infer<typeof receipt>

const progress = z.object({
  pushId: id,
  title: z.string(),
  at: instant,
  stage: z.enum(pushStages),
  /** People in the audience, as far as they are listed. */
  total: z.int(),
  sent: z.int(),
  refused: z.int(),
  failed: z.int(),
  /** Those still to be told, the ones among them whose quiet hours are waited for too. */
  left: z.int(),
  done: z.boolean(),
  /** When the next of them is due; null: now, or never. */
  dueAt: z.nullable(instant),
})
export type PushProgress = z.infer<typeof progress>

const told = z.object({
  name: z.string(),
  house: z.nullable(z.string()),
  state: z.enum(rowStates),
  reason: z.nullable(z.enum(failReasons)),
  at: instant,
})
export type PushRecipient = z.infer<typeof told>

/** WeChat's word for what a person answered to the request for one template. */
const answer = z.enum(['accept', 'reject', 'ban', 'filter'])
const one = z.strictObject({ id })

export const noticeContract = {
  /** Own messages and the notices for one's groups, pinned ones first. */
  inbox: read(z.strictObject({ cursor, limit }), page(message)),
  /** One message, or all of them when no id is given. */
  read: write(z.strictObject({ id: z.optional(id) }), z.object({ unread: z.int() })),
  unread: read(empty, z.object({ unread: z.int() })),
  consent: write(
    z.strictObject({ results: z.record(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)), answer) }),
    z.object({ left: z.record(z.string(), z.int()) }),
  ),

  publish: write(
    z.strictObject({
      title: text(40),
      body: text(2000),
      /** For those who read English; absent: they read the Chinese. */
      titleEn: z.optional(text(80)),
      bodyEn: z.optional(text(4000)),
      audience,
      photos: z.optional(z.array(fileID).check(z.maxLength(9))),
      pin: z.optional(z.boolean()),
      until: z.optional(instant),
      /** Also knock on the doors of those who have agreed to it. */
      push: z.optional(z.boolean()),
    }),
    z.extend(notice, { pushId: z.nullable(id) }),
  ),
  get: read(one, notice),
  /** The estate's notices for the desk, newest first. */
  board: read(z.strictObject({ cursor, limit }), page(notice)),
  pin: write(z.strictObject({ id, pin: z.boolean() }), notice),
  withdraw: write(one, notice),
  /** House by house, or person by person where it is for roles; `read` of `of` on the first page. */
  receipts: read(
    z.strictObject({ id, cursor, limit }),
    z.extend(page(receipt), { read: z.nullable(z.int()), of: z.nullable(z.int()) }),
  ),
  /** Knocks again on the doors of those who have not read. */
  remind: write(one, z.object({ pushId: id })),
  /** How many people an audience has, and how many of them a message of that purpose can reach. */
  reach: read(
    z.strictObject({ audience, about: z.optional(z.enum(subjects)) }),
    z.object({ people: z.int(), reachable: z.int() }),
  ),
  push: read(z.strictObject({ pushId: id }), progress),
  /** The pushes of the estate, newest first. */
  pushes: read(z.strictObject({ cursor, limit }), page(progress)),
  /** Person by person what has become of a push. */
  told: read(z.strictObject({ pushId: id, state: z.enum(rowStates), cursor, limit }), page(told)),
}
