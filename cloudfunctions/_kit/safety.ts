import { Refusal } from '@domain/kernel/failure'
import type { Order } from '@domain/repair/order'
import { photoChecks } from './records'
import { addressesOf, openapi } from './store'

/**
 * Text of a person, checked at the moment of sending (the check wants a person active in the last two hours).
 * @throws Refusal UNSAFE_CONTENT; a check that cannot be made (WeChat is away) does not stop a repair
 */
export async function refuseUnsafe(openid: string, content: string): Promise<void> {
  let suggest: string | undefined
  try {
    suggest = (await openapi().security.msgSecCheck({ version: 2, openid, scene: 2, content })).result?.suggest
  } catch (error) {
    logFailure('text', error)
  }
  if (suggest === 'risky') throw new Refusal('UNSAFE_CONTENT')
}

const bringsPhotos = ['submitted', 'finished']

/** Asks WeChat to look at the photos that came with this order's news; the verdict arrives at the function `safety`. */
export async function checkPhotos(order: Order): Promise<void> {
  if (order.unchecked.length === 0 || !order.outbox.some(({ kind }) => bringsPhotos.includes(kind))) return
  const addresses = await addressesOf(order.unchecked)
  for (const [fileID, mediaUrl] of Object.entries(addresses)) {
    try {
      const answer = await openapi().security.mediaCheckAsync({ mediaUrl, mediaType: 2, version: 2, openid: order.reporters[0], scene: 2 })
      const trace = answer.traceId ?? answer.trace_id
      if (trace) await photoChecks.add({ _id: trace, at: new Date().toISOString(), orderId: order._id, fileID })
    } catch (error) {
      logFailure('photo', error)
    }
  }
}

function logFailure(action: string, error: unknown): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'safety', action, code: (error as { errCode?: number }).errCode ?? 'FAILED' }))
}
