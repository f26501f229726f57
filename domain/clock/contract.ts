import * as z from 'zod/mini'
import { empty, write } from '../kernel/wire'

/** Called by the timer alone; the reply counts what each timer task did. */
export const clockContract = {
  tick: write(empty, z.record(z.string(), z.int())),
}
