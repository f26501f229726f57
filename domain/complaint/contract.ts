import * as z from 'zod/mini'
import {
  cursor,
  empty,
  fileID,
  id,
  instant,
  limit,
  openid,
  page,
  read,
  text,
  write,
  type ActionSpec,
} from '../kernel/wire'
import { categories, clockNames, moves, statuses, subjects, escalationRoles, type Move } from './kinds'

export * from './kinds'

const photos = z.array(fileID).check(z.maxLength(9))
const satisfied = z.int().check(z.minimum(1), z.maximum(5))
/**
 * What it is about: a place as text, a repair order by id, a charge as text, or a person by openid or as
 * text.
 */
const about = z.union([
  text(100),
  z.strictObject({ kind: z.enum(subjects), id: z.optional(id), text: z.optional(text(100)) }),
])

const clock = z.object({
  name: z.enum(clockNames),
  dueAt: instant,
  state: z.enum(['running', 'met', 'missed']),
  /** When it was stopped; null: it still runs, in time or late. */
  metAt: z.nullable(instant),
  /** Who has been notified that it ran out, and who is notified next; null: nobody is left. */
  told: z.array(z.enum(escalationRoles)),
  tells: z.nullable(z.enum(escalationRoles)),
})
const step = z.object({
  at: instant,
  by: z.object({ role: z.enum(['resident', 'butler', 'manager', 'system']), name: z.nullable(z.string()) }),
  what: z.enum([
    'submitted',
    'accepted',
    'progress',
    'resolved',
    'invalid',
    'calledBack',
    'notReached',
    'askedInApp',
    'answered',
    'reopened',
    'withdrawn',
    'closed',
    'overdue',
  ]),
  note: z.optional(z.string()),
  satisfied: z.optional(z.int()),
  photos: z.optional(z.array(z.string())),
  /** For `overdue`: which promises were not kept, and who was notified. */
  late: z.optional(z.array(z.enum(clockNames))),
  told: z.optional(z.array(z.enum(escalationRoles))),
})

export const card = z.object({
  id,
  /** The number to quote on the phone, such as T241124-7F3K2M. */
  no: z.string(),
  status: z.enum(statuses),
  category: z.enum(categories),
  content: z.string(),
  photos: z.array(z.string()),
  about: z.nullable(z.object({ kind: z.enum(subjects), id: z.nullable(z.string()), text: z.string() })),
  /** A voice note and its length in seconds; its address is among the pictures. */
  voice: z.nullable(z.object({ fileID: z.string(), seconds: z.int() })),
  anonymous: z.boolean(),
  /** The house number; null where it is unknown or must stay so. */
  house: z.nullable(z.string()),
  /** The author, for staff; null when anonymous. */
  author: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  clocks: z.array(clock),
  satisfied: z.nullable(z.int()),
  reopened: z.int(),
  /** Calls that reached nobody. */
  tries: z.int(),
  /** The resident is asked to answer in the app. */
  asked: z.boolean(),
  /** After a call that reached nobody: when to call again. */
  callAfter: z.nullable(instant),
  /** The post that handles it. */
  handledBy: z.enum(['butler', 'manager']),
  /** Until when the resident can reopen it. */
  reopenUntil: z.nullable(instant),
  outcome: z.nullable(z.string()),
  createdAt: instant,
  actions: z.array(z.enum(moves)),
})
export const complaint = z.extend(card, {
  timeline: z.array(step),
  pictures: z.record(z.string(), z.string()),
})
export type ComplaintCard = z.infer<typeof card>
export type ComplaintView = z.infer<typeof complaint>
export type ComplaintStep = z.infer<typeof step>

const one = z.strictObject({ id })
/**
 * Category and status are plain strings, so that this function does not make the schemas of repairs.
 * `rating`: the mean of the scores.
 */
const repairBefore = z.object({
  id,
  no: z.string(),
  category: z.string(),
  status: z.string(),
  createdAt: instant,
  reopened: z.int(),
  rating: z.nullable(z.number()),
})

export const complaintContract = {
  submit: write(
    z.strictObject({
      category: z.enum(categories),
      /** Text, a voice note or photos: at least one of the three. */
      content: z.optional(text(1000)),
      voice: z.optional(z.strictObject({ fileID, seconds: z.int().check(z.minimum(1), z.maximum(60)) })),
      /** A butler submits it on behalf of the author of this consultation message. */
      fromMessage: z.optional(id),
      photos: z.optional(photos),
      houseId: z.optional(id),
      about: z.optional(about),
      anonymous: z.optional(z.boolean()),
    }),
    complaint,
  ),
  list: read(
    z.strictObject({
      scope: z.enum(['mine', 'queue', 'callbacks']),
      status: z.optional(z.enum(statuses)),
      cursor,
      limit,
    }),
    page(card),
  ),
  get: read(one, complaint),
  /**
   * Earlier complaints and repairs of the same house, for the caller of the call-back; empty for an anonymous
   * complaint.
   */
  history: read(one, z.object({ items: z.array(card), repairs: z.array(repairBefore) })),
  /** The estate's promises. */
  promises: read(
    empty,
    z.object({ acknowledgeHours: z.int(), answerDays: z.int(), callBackHours: z.int(), reopenDays: z.int() }),
  ),
  /** The staff a complaint can be about, by name and post. */
  people: read(
    empty,
    z.object({
      items: z.array(
        z.object({
          id: openid,
          name: z.string(),
          role: z.enum(['guard', 'technician', 'butler', 'manager']),
        }),
      ),
    }),
  ),
  accept: write(one, complaint),
  progress: write(z.strictObject({ id, note: text(500) }), complaint),
  resolve: write(z.strictObject({ id, outcome: text(1000), photos: z.optional(photos) }), complaint),
  invalidate: write(z.strictObject({ id, reason: text(300) }), complaint),
  callBack: write(
    z.strictObject({
      id,
      reached: z.boolean(),
      satisfied: z.optional(satisfied),
      note: z.optional(text(500)),
    }),
    complaint,
  ),
  answer: write(z.strictObject({ id, satisfied, note: z.optional(text(500)) }), complaint),
  reopen: write(z.strictObject({ id, reason: text(500) }), complaint),
  withdraw: write(z.strictObject({ id, reason: z.optional(text(300)) }), complaint),
  close: write(one, complaint),
  /** The author's phone in full, for the member of staff who has to call; each reading is audited. */
  contact: write(one, z.object({ name: z.string(), phone: z.string() })),
  /**
   * The author of an anonymous complaint, and the repair it is about: for managers only; each reading is
   * audited.
   */
  reveal: write(
    one,
    z.object({
      name: z.string(),
      phone: z.string(),
      house: z.nullable(z.string()),
      order: z.nullable(z.object({ id, no: z.string() })),
    }),
  ),
} satisfies Record<Move, ActionSpec> & Record<string, ActionSpec>
