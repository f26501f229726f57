import * as z from 'zod/mini'
import { empty, id, write } from '../kernel/wire'

/** Called by the timer alone. */
export const clockContract = {
  tick: write(empty, z.object({ escalated: z.int(), closed: z.int(), delivered: z.int() })),
}

/** Called by functions alone: carries the messages that ride on a record. */
export const courierContract = {
  deliver: write(z.strictObject({ id }), z.object({ delivered: z.int() })),
}
