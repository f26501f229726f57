import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change. Ten days is the statutory limit for an answer; docs/promises.md. */
export const complaintSettingsWire = {
  input: z.optional(
    z.strictObject({ acknowledgeHours: whole(240), answerDays: whole(10), callBackHours: whole(240) }),
  ),
  view: z.object({ acknowledgeHours: z.int(), answerDays: z.int(), callBackHours: z.int() }),
}
