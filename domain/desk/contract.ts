import * as z from 'zod/mini'
import { cursor, id, instant, limit, openid, page, read } from '../kernel/wire'

/** Who did what to which record; never what it said. */
const deed = z.object({ id, at: instant, by: z.string(), did: z.string(), record: z.string() })
export type Deed = z.infer<typeof deed>

export const deskContract = {
  audit: read(z.strictObject({ from: instant, to: instant, who: z.optional(openid), cursor, limit }), page(deed)),
}
