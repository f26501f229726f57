import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change; units are in the names. */
export const repairSettingsWire = {
  input: z.optional(
    z.strictObject({
      acceptWorkingMinutes: whole(6_000),
      urgentOnSiteMinutes: whole(1_440),
      finishDays: whole(60),
      verifyDays: whole(60),
    }),
  ),
  view: z.object({
    acceptWorkingMinutes: z.int(),
    urgentOnSiteMinutes: z.int(),
    finishDays: z.int(),
    verifyDays: z.int(),
  }),
}
