import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change; units are in the names. */
export const accountSettingsWire = {
  input: z.optional(z.strictObject({ messageDays: whole(3_650), peoplePerHouse: whole(200) })),
  view: z.object({ messageDays: z.int(), peoplePerHouse: z.int() }),
}
