import { sortKey } from '@domain/kernel/paging'
import type { OutboxMessage } from '@domain/notice/outbox'
import type { Push, Target } from '@domain/notice/push'
import { callFunction, op } from '../_kit/store'
import { pushes, pushRows } from './records'

interface Start {
  target: Target
  personal?: boolean
  unreadOf?: string | null
}

/**
 * Starts telling many people; starting the same message twice starts it once. The timer takes it up where the
 * wake-up is lost.
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
 * Stops what is being told; whoever has not been told is listed as such. A portion that is under way ends by
 * itself.
 */
export async function stopPushes(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await pushes.change({ _id: op.in(ids), due: op.gt('') }, { due: null, stage: 'done' })
  await pushRows.change(
    { pushId: op.in(ids), state: 'waiting' },
    { state: 'failed', reason: 'withdrawn', dueAt: null, at: new Date().toISOString() },
  )
}

function wakePush(id: string): void {
  callFunction('courier', { action: 'push', input: { id } }).catch(() => {
    console.log(JSON.stringify({ at: new Date().toISOString(), fn: 'courier', action: 'wake', code: 'LOST' }))
  })
}
