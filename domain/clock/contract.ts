import * as z from 'zod/mini'
import { empty, id, write } from '../kernel/wire'

/** Called by the timer alone; the reply counts what each duty did. */
export const clockContract = {
  tick: write(empty, z.record(z.string(), z.int())),
}

/** Called by functions alone: what people are told in the background. */
export const courierContract = {
  /** Delivers the messages in a record's outbox. */
  deliver: write(
    z.strictObject({ collection: z.string().check(z.regex(/^[a-z_]{1,40}$/)), id }),
    z.object({ delivered: z.int() }),
  ),
  /** Goes on with telling many people; see cloudfunctions/_kit/push-work.ts. */
  push: write(z.strictObject({ id }), empty),
}
