import type { Push } from '@domain/notice/push'
import { pushes, pushRows } from './notice-records'
import { persist } from './persist'
import { listPortion } from './push-list'
import { sendPortion, settleInterrupted } from './push-send'
import { op } from './store'

/** How old the progress on the desk's screen may become while a push is worked on. */
const shownEveryMs = 3000

/**
 * Works on a push until it is done, nothing of it is due, or the deadline (ms since 1970) has come; then the timer goes on where it stands.
 * Any number of these may run at once, and each may end at any moment.
 */
export async function workPush(id: string, deadline: number): Promise<void> {
  let push = await persist(() => pushes.byId(id))
  let shownAt = Date.now()
  while (push !== null && push.due !== null && Date.now() < deadline) {
    if (push.stage === 'listing') await listPortion(push)
    else if (!await sendPortion(push)) {
      await settleInterrupted(push)
      await finishRound(push)
      return
    }
    if (Date.now() - shownAt > shownEveryMs) {
      await recount(push)
      shownAt = Date.now()
    }
    push = await persist(() => pushes.byId(id))
  }
  if (push !== null) await recount(push)
}

/** What has become of everybody, counted from the rows themselves. */
async function countsOf({ _id: pushId }: Push): Promise<Push['counts']> {
  const count = (state?: 'sent' | 'refused' | 'failed') => persist(() => pushRows.count({ pushId, ...(state ? { state } : {}) }))
  const [total, sent, refused, failed] = await Promise.all([count(), count('sent'), count('refused'), count('failed')])
  return { total, sent, refused, failed }
}

async function recount(push: Push): Promise<void> {
  const counts = await countsOf(push)
  if (JSON.stringify(counts) !== JSON.stringify(push.counts)) await persist(() => pushes.change({ _id: push._id }, { counts }))
}

/** Nothing is due now: it is done, or waits for quiet hours to end or for a portion that was broken off to be settled. */
async function finishRound(push: Push): Promise<void> {
  const [next] = await persist(() => pushRows.find({ pushId: push._id, dueAt: op.gt('') }, { orderBy: ['dueAt', 'asc'], limit: 1 }))
  const [taken] = await persist(() => pushRows.find({ pushId: push._id, state: 'taken' }, { limit: 1 }))
  const counts = await countsOf(push)
  const due = next?.dueAt ?? taken?.takenAt ?? null
  // Whom it was for, the rows say; a person who has themselves erased is taken out of those.
  const over = due === null ? { stage: 'done', target: { openids: [] }, 'letter.except': '' } : { stage: 'sending' }
  await persist(() => pushes.change({ _id: push._id }, { counts, due, ...over }))
}
