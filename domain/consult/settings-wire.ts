import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change; units are in the names. */
export const consultSettingsWire = {
  input: z.optional(z.strictObject({ answerMinutes: whole(1_440) })),
  view: z.object({ answerMinutes: z.int() }),
}
