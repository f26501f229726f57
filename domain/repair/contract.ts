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
import { categories, clockNames, moves, places, statuses, urgencies, type Move } from './kinds'

export * from './kinds'

const photos = z.array(fileID).check(z.maxLength(9))
const score = z.int().check(z.minimum(1), z.maximum(5))
const appointment = z.strictObject({ from: instant, to: instant })
const quoteItem = z.strictObject({
  name: text(40),
  /** Fen, so that amounts are whole numbers. */
  price: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  count: z.int().check(z.minimum(1), z.maximum(999)),
})
const person = z.object({ id: openid, name: z.string() })
const entry = z.object({
  at: instant,
  /** The role that did it; no name for a reader who may not know it. */
  by: z.object({
    role: z.enum(['resident', 'butler', 'technician', 'manager', 'system']),
    name: z.nullable(z.string()),
  }),
  what: z.enum([
    'submitted',
    'accepted',
    'assigned',
    'grabbed',
    'started',
    'quoted',
    'quoteAgreed',
    'quoteDeclined',
    'finished',
    'verified',
    'reopened',
    'released',
    'closedByItself',
    'rated',
    'urged',
    'cancelled',
    'merged',
    'overdue',
  ]),
  note: z.optional(z.string()),
  photos: z.optional(z.array(z.string())),
})
const clock = z.object({
  name: z.enum(clockNames),
  dueAt: instant,
  state: z.enum(['running', 'met', 'missed']),
  /** Who is notified when it runs out. */
  tells: z.enum(['butler', 'manager', 'resident']),
})
const quote = z.object({
  items: z.array(quoteItem),
  /** Fen. */
  total: z.int(),
  state: z.enum(['waiting', 'agreed', 'declined']),
})
const rating = z.object({ speed: score, quality: score, attitude: score, comment: z.nullable(z.string()) })

/** An order in a list: what a card shows. */
export const card = z.object({
  id,
  /** The number to quote on the phone, such as 241124-7F3K. */
  no: z.string(),
  status: z.enum(statuses),
  place: z.enum(places),
  houseId: z.nullable(id),
  /** The house's code, such as 12-1; null for a public place and for a reader from elsewhere. */
  house: z.nullable(z.string()),
  facility: z.nullable(z.string()),
  category: z.enum(categories),
  urgency: z.enum(urgencies),
  description: z.string(),
  photos: z.array(z.string()),
  appointment: z.nullable(appointment),
  clocks: z.array(clock),
  assignee: z.nullable(person),
  quote: z.nullable(quote),
  rating: z.nullable(rating),
  reopened: z.int(),
  urged: z.int(),
  mergedInto: z.nullable(id),
  createdAt: instant,
  /** The moves that the reader may make now: the page draws its buttons from them. */
  actions: z.array(z.enum(moves)),
})

/** An order with its timeline. */
export const workOrder = z.extend(card, {
  timeline: z.array(entry),
  /**
   * The reporter, for the household and for staff; the phone is masked (`contact` returns it in full, and is
   * audited).
   */
  reporter: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  /** fileID → temporary address of the picture. */
  pictures: z.record(z.string(), z.string()),
})

export type Card = z.infer<typeof card>
export type WorkOrder = z.infer<typeof workOrder>
export type TimelineEntry = z.infer<typeof entry>
export type QuoteItem = z.infer<typeof quoteItem>

const one = z.strictObject({ id })
const order = workOrder

export const repairContract = {
  create: write(
    z.strictObject({
      place: z.enum(places),
      houseId: z.optional(id),
      facility: z.optional(text(40)),
      category: z.enum(categories),
      urgency: z.enum(urgencies),
      description: text(500),
      photos: z.optional(photos),
      appointment: z.optional(appointment),
      /** A butler files it on behalf of the author of this consultation message. */
      fromMessage: z.optional(id),
    }),
    order,
  ),
  list: read(
    z.strictObject({
      scope: z.enum(['mine', 'house', 'queue', 'assigned']),
      status: z.optional(z.enum(statuses)),
      cursor,
      limit,
    }),
    page(card),
  ),
  get: read(one, order),
  similar: read(
    z.strictObject({ place: z.enum(places), category: z.enum(categories), facility: z.optional(text(40)) }),
    z.object({ items: z.array(card) }),
  ),
  accept: write(one, order),
  assign: write(z.strictObject({ id, technician: openid }), order),
  grab: write(one, order),
  start: write(one, order),
  quote: write(
    z.strictObject({ id, items: z.array(quoteItem).check(z.minLength(1), z.maxLength(20)) }),
    order,
  ),
  decideQuote: write(z.strictObject({ id, agree: z.boolean() }), order),
  finish: write(
    z.strictObject({ id, note: text(500), photos: z.optional(photos), materials: z.optional(text(300)) }),
    order,
  ),
  verify: write(z.strictObject({ id, accepted: z.boolean(), reason: z.optional(text(300)) }), order),
  rate: write(
    z.strictObject({ id, speed: score, quality: score, attitude: score, comment: z.optional(text(300)) }),
    order,
  ),
  urge: write(one, order),
  cancel: write(z.strictObject({ id, reason: z.optional(text(300)) }), order),
  merge: write(z.strictObject({ id, into: id }), order),
  house: read(z.strictObject({ houseId: id, cursor, limit }), page(card)),
  /** The technicians to whom an order can be assigned. */
  technicians: read(empty, z.object({ items: z.array(person) })),
  /** The reporter's phone in full, for the member of staff who has to call; each reading is audited. */
  contact: write(one, z.object({ name: z.string(), phone: z.string() })),
} satisfies Record<Move, ActionSpec> & Record<string, ActionSpec>
