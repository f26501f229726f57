import * as z from 'zod/mini'
import { cursor, fileID, id, instant, limit, page, read, text, write } from '../kernel/wire'

export const kindsMade = ['repair', 'complaint'] as const
const photos = z.array(fileID).check(z.maxLength(9))
/** What was made of the message `of`. */
const made = z.object({ kind: z.enum(kindsMade), id, no: z.string(), of: z.nullable(id) })
/** As much as a repair order takes: what is said becomes one as it stands. */
const said = text(500)

const message = z.object({
  id,
  at: instant,
  side: z.enum(['house', 'desk']),
  name: z.string(),
  mine: z.boolean(),
  text: z.string(),
  photos: z.array(z.string()),
  /** A word from one shift to the next: staff alone see it. */
  handOver: z.boolean(),
  made: z.nullable(made),
})
export type ConsultMessage = z.infer<typeof message>

const thread = z.object({
  houseId: id,
  house: z.string(),
  lastText: z.string(),
  lastAt: instant,
  /** What was said last without words; null: it has words. */
  lastIs: z.nullable(z.enum(['photo', ...kindsMade])),
  /** A word for the next shift that nobody has acted upon by an answer. */
  handOver: z.nullable(z.string()),
  /** The first message that nobody has answered, and by when it should be; null: all is answered. */
  waitsSince: z.nullable(instant),
  answerBy: z.nullable(instant),
})
export type ConsultThread = z.infer<typeof thread>

export const consultContract = {
  /** Houses that talk with the desk; those that wait for an answer first. */
  threads: read(z.strictObject({ waiting: z.optional(z.boolean()), cursor, limit }), page(thread)),
  /** A house's conversation, newest first; `pictures`: fileID → address. */
  thread: read(
    z.strictObject({ houseId: id, cursor, limit }),
    z.extend(page(message), {
      thread: z.nullable(thread),
      pictures: z.record(z.string(), z.string()),
      /** Minutes in which the first answer is promised. */ answerMinutes: z.int(),
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
