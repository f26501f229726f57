import type { StoredConsult } from '@domain/consult/thread'
import { checkPhotos } from '../../_kit/safety'
import { consultMessages, settleThread } from './records'

/** Updates the thread from a message and has the message's photos checked. */
export async function afterConsult(message: StoredConsult): Promise<void> {
  await settleThread(message)
  if (message.unchecked.length) await checkPhotos(consultMessages, message._id, message.unchecked, message.by)
}
