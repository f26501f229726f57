import { sortKey } from '@domain/kernel/paging'
import type { OutboxMessage } from '@domain/notice/outbox'
import type { Push, Target } from '@domain/notice/push'
import { op } from '../_kit/store'
import { wakePush } from '../_kit/wake-courier'
import { pushes, pushRows } from './records'

interface Start {
  target: Target
  personal?: boolean
  unreadOf?: string | null
}

/**
 * Starts a push: a message to many people, sent in the background. Idempotent: the push takes the id of the
 * message. A lost wake-up is picked up by the timer.
 */
export async function startPush(
  message: OutboxMessage,
  estateId: string,
  { target, personal = false, unreadOf = null }: Start,
): Promise<void> {
  const push: Push = {
    _id: message.id,
    estateId,
    at: message.at,
    key: sortKey(new Date(message.at), message.id),
    title: message.values.subject,
    message,
    target,
    personal,
    unreadOf,
    stage: 'listing',
    slice: 0,
    after: '',
    counts: { total: 0, sent: 0, refused: 0, failed: 0 },
    busyUntil: '',
    due: message.at,
  }
  if (await pushes.add(push)) wakePush(message.id)
}

/**
 * Stops pushes; people who are not notified yet are listed as `withdrawn`. A portion in progress finishes.
 */
export async function stopPushes(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await pushes.change({ _id: op.in(ids), due: op.gt('') }, { due: null, stage: 'done' })
  await pushRows.change(
    { pushId: op.in(ids), state: 'waiting' },
    { state: 'failed', reason: 'withdrawn', dueAt: null, at: new Date().toISOString() },
  )
}
