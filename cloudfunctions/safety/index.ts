import * as z from 'zod/mini'
import { photoChecks } from '../_kit/records'
import { op, wxContext } from '../_kit/store'
import { findOutbox } from '../_services/registry'

/** WeChat's event with the verdict about a photo. */
const verdict = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string(),
  result: z.object({ suggest: z.string() }),
})

/**
 * Makes a photo visible to others once WeChat has passed it; a photo that did not pass is visible only to its
 * author and the staff. Only WeChat calls this: events from a phone are ignored. WeChat expects the answer
 * `success` in every case.
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
