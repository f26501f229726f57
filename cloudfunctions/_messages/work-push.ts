import type { Push } from '@domain/notice/push'
import { retry } from '../_kit/retry'
import { op } from '../_kit/store'
import { listPortion } from './list-push'
import { pushes, pushRows } from './records'
import { sendPortion, settleInterrupted } from './send-push'

/** How old the progress on the desk's screen may become while a push is worked on, in ms. */
const shownEveryMs = 4000
/** Longer than a portion takes: after a crash another one waits no longer than this. */
const graceMs = 20_000

/**
 * Works on a push until it is done, nothing of it is due, or the deadline (ms since 1970) has come; then the
 * timer goes on where it stands. One works at a time, which saves requests; that nobody is told twice does
 * not depend on it. It may end at any moment.
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

/** What has become of everybody, counted from the rows themselves. */
async function countsOf({ _id: pushId }: Push): Promise<Push['counts']> {
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
  const counts = await countsOf(push)
  await retry(() => pushes.change({ _id: push._id }, { counts }))
}

/**
 * Nothing is due now: it is done, or waits for quiet hours to end or for a portion that was broken off to be
 * settled.
 */
async function finishRound(push: Push): Promise<void> {
  await settleInterrupted(push)
  const [next] = await retry(() =>
    pushRows.find({ pushId: push._id, dueAt: op.gt('') }, { orderBy: ['dueAt', 'asc'], limit: 1 }),
  )
  const [taken] = await retry(() => pushRows.find({ pushId: push._id, state: 'taken' }, { limit: 1 }))
  const counts = await countsOf(push)
  const due = next?.dueAt ?? taken?.takenAt ?? null
  // Whom it was for, the rows say; a person who has themselves erased is taken out of those.
  const over =
    due === null ? { stage: 'done', target: { openids: [] }, 'message.except': '' } : { stage: 'sending' }
  await retry(() => pushes.change({ _id: push._id }, { counts, due, ...over }))
}
