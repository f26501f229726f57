import { createHash } from 'node:crypto'
import { afterMessage, type StoredConsult, type Thread } from '@domain/consult/thread'
import { forbidden } from '@domain/kernel/failure'
import { hasPost, type Caller } from '@domain/kernel/people'
import { toCaller } from '../../_kit/caller'
import { readEstate } from '../../_kit/estate'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { persons } from '../../_kit/records'
import { collection, op } from '../../_kit/store'

export const consultMessages = collection<StoredConsult>('consult_messages')
export const threads = collection<Thread>('consult_threads')

/**
 * Updates the thread from a message. Idempotent, in any order: an earlier message does not overwrite a later
 * one.
 */
export async function settleThread(message: StoredConsult): Promise<void> {
  if (message.handOver) return
  const { settings } = await readEstate(message.estateId)
  const read = (): Promise<Thread | null> => threads.byId(message.houseId)
  await retryOvertaken<Thread | null, boolean>(await read(), read, async thread => {
    if (thread && thread.lastKey >= message.key) return true
    const { _id, ...after } = afterMessage(thread, message, settings.consult)
    const held =
      thread === null
        ? await threads.add({ _id, ...after })
        : await threads.change({ _id, lastKey: thread.lastKey }, after)
    return held || overtaken
  })
}

/**
 * The resident in whose name a butler files a repair or a complaint: the author of the message, with their
 * present memberships.
 * @throws Refusal FORBIDDEN unless the caller is a butler and the message is a resident's, of the same estate
 */
export async function authorOf(messageId: string, caller: Caller, now: Date): Promise<Caller> {
  const message = await consultMessages.byId(messageId)
  if (
    message === null ||
    message.estateId !== caller.estateId ||
    message.side !== 'house' ||
    !hasPost(caller, 'butler')
  )
    throw forbidden()
  const author = toCaller(message.by, await persons.byId(message.by), caller.lang, now)
  if (author.estateId !== caller.estateId) throw forbidden()
  return author
}

/**
 * The id of the record that a butler makes of a message: one of each kind, however many butlers try at once.
 */
export const madeKey = (kind: 'repair' | 'complaint', messageId: string): string =>
  createHash('sha256').update(`${kind}|${messageId}`).digest('hex').slice(0, 32)

/** Threads whose answer is overdue and not yet reported. */
export const overdueThreads = (now: Date, limit: number): Promise<Thread[]> =>
  threads.find({ alarm: op.lte(now.toISOString()) }, { orderBy: ['alarm', 'asc'], limit })
