import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change; units are in the names. */
export const visitorSettingsWire = {
  input: z.optional(
    z.strictObject({
      keepDays: whole(3_650),
      livePerHouse: whole(200),
      overstayMinutes: whole(1_440),
      walkInHours: whole(72),
    }),
  ),
  view: z.object({
    keepDays: z.int(),
    livePerHouse: z.int(),
    overstayMinutes: z.int(),
    walkInHours: z.int(),
  }),
}
