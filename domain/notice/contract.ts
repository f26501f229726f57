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
  /** Pinned: stays on top until its end. */
  pinned: z.boolean(),
  /** The page of the mini-program to open, with its query; null: none. */
  link: z.nullable(z.string()),
})
export type Message = z.infer<typeof message>

/** The ids are buildings, house ids or roles, depending on the kind, each once; none for the whole estate. */
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
  /** Until when it is in the inboxes; null: until it is withdrawn. */
  until: z.nullable(instant),
  /** Withdrawn by the desk. */
  withdrawn: z.boolean(),
  about: z.nullable(z.object({ kind: z.enum(subjects), id })),
  /** The page of what it is about; null when it is about nothing else. */
  link: z.nullable(z.string()),
  /** For the desk: the audience, and the pushes, newest first. */
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
  /** The people in the audience, as far as they have been listed. */
  total: z.int(),
  sent: z.int(),
  refused: z.int(),
  failed: z.int(),
  /** Those still to be notified, including those whose quiet hours have to end first. */
  left: z.int(),
  done: z.boolean(),
  /** When the next of them is due; null: now, or never. */
  dueAt: z.nullable(instant),
})
export type PushProgress = z.infer<typeof progress>

const recipient = z.object({
  name: z.string(),
  house: z.nullable(z.string()),
  state: z.enum(rowStates),
  reason: z.nullable(z.enum(failReasons)),
  at: instant,
})
export type PushRecipient = z.infer<typeof recipient>

/** The user's answer to WeChat's request for one template, in WeChat's terms. */
const answer = z.enum(['accept', 'reject', 'ban', 'filter'])
const one = z.strictObject({ id })

export const noticeContract = {
  /** The caller's messages and the notices for their groups, pinned ones first. */
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
      /** English texts; absent: readers of English get the Chinese. */
      titleEn: z.optional(text(80)),
      bodyEn: z.optional(text(4000)),
      audience,
      photos: z.optional(z.array(fileID).check(z.maxLength(9))),
      pin: z.optional(z.boolean()),
      until: z.optional(instant),
      /** Also sends a WeChat notification to those who have allowed it. */
      push: z.optional(z.boolean()),
    }),
    z.extend(notice, { pushId: z.nullable(id) }),
  ),
  get: read(one, notice),
  /** The estate's notices for the desk, newest first. */
  board: read(z.strictObject({ cursor, limit }), page(notice)),
  pin: write(z.strictObject({ id, pin: z.boolean() }), notice),
  withdraw: write(one, notice),
  /** By house, or by person for an audience of roles; the first page has the totals, `read` out of `of`. */
  receipts: read(
    z.strictObject({ id, cursor, limit }),
    z.extend(page(receipt), { read: z.nullable(z.int()), of: z.nullable(z.int()) }),
  ),
  /** Sends another WeChat notification to those who have not read it. */
  remind: write(one, z.object({ pushId: id })),
  /** The size of an audience, and how many of them a notification for that purpose can reach. */
  reach: read(
    z.strictObject({ audience, about: z.optional(z.enum(subjects)) }),
    z.object({ people: z.int(), reachable: z.int() }),
  ),
  push: read(z.strictObject({ pushId: id }), progress),
  /** The pushes of the estate, newest first. */
  pushes: read(z.strictObject({ cursor, limit }), page(progress)),
  /** The result of a push for each person. */
  told: read(z.strictObject({ pushId: id, state: z.enum(rowStates), cursor, limit }), page(recipient)),
}
