import * as z from 'zod/mini'
import { cursor, fileID, id, instant, limit, page, read, text, write } from '../kernel/wire'

export const kindsMade = ['repair', 'complaint'] as const
const photos = z.array(fileID).check(z.maxLength(9))
/** The repair order or complaint that was made of the message `of`. */
const made = z.object({ kind: z.enum(kindsMade), id, no: z.string(), of: z.nullable(id) })
/** As long as the description of a repair order, so that a message can become one unchanged. */
const said = text(500)

const message = z.object({
  id,
  at: instant,
  side: z.enum(['house', 'desk']),
  name: z.string(),
  mine: z.boolean(),
  text: z.string(),
  photos: z.array(z.string()),
  /** A note from one shift to the next, for staff only. */
  handOver: z.boolean(),
  made: z.nullable(made),
})
export type ConsultMessage = z.infer<typeof message>

const thread = z.object({
  houseId: id,
  house: z.string(),
  lastText: z.string(),
  lastAt: instant,
  /** What the last message is when it has no text; null: it has text. */
  lastIs: z.nullable(z.enum(['photo', ...kindsMade])),
  /** A note for the next shift that is still open: the desk has not answered since. */
  handOver: z.nullable(z.string()),
  /** The first message without an answer, and when the answer is due; null: all are answered. */
  waitsSince: z.nullable(instant),
  answerBy: z.nullable(instant),
})
export type ConsultThread = z.infer<typeof thread>

export const consultContract = {
  /** The conversations of the desk, those that wait for an answer first. */
  threads: read(z.strictObject({ waiting: z.optional(z.boolean()), cursor, limit }), page(thread)),
  /** A house's conversation, newest first; `pictures`: fileID → address. */
  thread: read(
    z.strictObject({ houseId: id, cursor, limit }),
    z.extend(page(message), {
      thread: z.nullable(thread),
      pictures: z.record(z.string(), z.string()),
      /** Minutes in which the first answer is promised. */
      answerMinutes: z.int(),
    }),
  ),
  say: write(
    z.strictObject({
      houseId: id,
      text: z.optional(said),
      photos: z.optional(photos),
      made: z.optional(z.strictObject({ kind: z.enum(kindsMade), id, of: z.optional(id) })),
    }),
    message,
  ),
  handOver: write(z.strictObject({ houseId: id, note: said }), message),
}
