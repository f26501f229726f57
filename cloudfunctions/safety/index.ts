import * as z from 'zod/mini'
import { photoChecks } from '../_kit/records'
import { op, wxContext } from '../_kit/store'
import { findOutbox } from '../_services/registry'

/** WeChat's push message about a photo it has looked at. */
const verdict = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string(),
  result: z.object({ suggest: z.string() }),
})

/**
 * Lets a photo be seen by others once WeChat has passed it; one that did not pass stays with its author and
 * the staff. WeChat alone calls this: what a phone sends is ignored. WeChat wants the word `success` whatever
 * came of it.
 */
export async function main(event: unknown): Promise<string> {
  const fromPhone = (wxContext().SOURCE ?? '').split(',').includes('wx_client')
  const message = z.safeParse(verdict, event)
  if (fromPhone || !message.success) return 'success'
  const check = await photoChecks.byId(message.data.trace_id)
  if (check && message.data.result.suggest === 'pass') {
    await findOutbox(check.collection)?.records.change(
      { _id: check.recordId, unchecked: check.fileID },
      { unchecked: op.pull(check.fileID) },
    )
  }
  return 'success'
}
