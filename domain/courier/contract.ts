import * as z from 'zod/mini'
import { empty, id, write } from '../kernel/wire'

/** The form alone: which collections have an outbox is in the registry of the functions. */
const collectionName = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

/** Called by functions alone: the messages that go out in the background. */
export const courierContract = {
  /** Delivers the messages of an outbox record. */
  deliver: write(z.strictObject({ collection: collectionName, id }), z.object({ delivered: z.int() })),
  /** Continues a push to many people; see cloudfunctions/_messages/work-push.ts. */
  push: write(z.strictObject({ id }), empty),
}
