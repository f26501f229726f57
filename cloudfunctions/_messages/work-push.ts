import type { Push } from '@domain/notice/push'
import { retry } from '../_kit/retry'
import { op } from '../_kit/store'
import { listPortion } from './list-push'
import { pushes, pushRows } from './records'
import { sendPortion, failInterrupted } from './send-push'

/** How often the progress that the desk shows is updated while a push is worked on, in ms. */
const shownEveryMs = 4000
/** Longer than a portion takes: after a crash the next worker waits no longer than this. */
const graceMs = 20_000

/**
 * Works on a push until it is done, no row is due, or the deadline (ms since 1970) has come; the timer
 * continues from there. One worker at a time claims a push, which saves requests; that nobody is notified
 * twice does not depend on the claim. The worker may be killed at any moment.
 */
export async function workPush(id: string, deadline: number): Promise<void> {
  const now = new Date().toISOString()
  const claim = new Date(deadline + graceMs).toISOString()
  if (
    !(await retry(() =>
      pushes.change({ _id: id, due: op.lte(now), busyUntil: op.lt(now) }, { busyUntil: claim }),
    ))
  )
    return
  try {
    await workOn(id, deadline)
  } finally {
    await retry(() => pushes.change({ _id: id, busyUntil: claim }, { busyUntil: '' }))
  }
}

async function workOn(id: string, deadline: number): Promise<void> {
  let shownAt = Date.now()
  for (;;) {
    const push = await retry(() => pushes.byId(id))
    if (push === null || push.due === null) return
    if (push.stage === 'listing') await listPortion(push)
    else if (!(await sendPortion(push))) return finishRound(push)
    if (Date.now() >= deadline) return recount(push)
    if (Date.now() - shownAt < shownEveryMs) continue
    await recount(push)
    shownAt = Date.now()
  }
}

/** Counts the people of a push by outcome, from the rows themselves. */
async function countRows({ _id: pushId }: Push): Promise<Push['counts']> {
  const count = (state?: 'sent' | 'refused' | 'failed') =>
    retry(() => pushRows.count({ pushId, ...(state ? { state } : {}) }))
  const [total, sent, refused, failed] = await Promise.all([
    count(),
    count('sent'),
    count('refused'),
    count('failed'),
  ])
  return { total, sent, refused, failed }
}

async function recount(push: Push): Promise<void> {
  const counts = await countRows(push)
  await retry(() => pushes.change({ _id: push._id }, { counts }))
}

/**
 * Ends a round in which no row is due: the push is done, or it waits for the end of quiet hours or for
 * interrupted rows to be marked as failed.
 */
async function finishRound(push: Push): Promise<void> {
  await failInterrupted(push)
  const [next] = await retry(() =>
    pushRows.find({ pushId: push._id, dueAt: op.gt('') }, { orderBy: ['dueAt', 'asc'], limit: 1 }),
  )
  const [taken] = await retry(() => pushRows.find({ pushId: push._id, state: 'taken' }, { limit: 1 }))
  const counts = await countRows(push)
  const due = next?.dueAt ?? taken?.takenAt ?? null
  // The rows hold the recipients, and erasing a person removes them from the rows: the push keeps no list of
  // its own.
  const over =
    due === null ? { stage: 'done', target: { openids: [] }, 'message.except': '' } : { stage: 'sending' }
  await retry(() => pushes.change({ _id: push._id }, { counts, due, ...over }))
}
