import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { notices } from '../../_messages/records'
import { syncInboxRow } from '../../_messages/sync-notice'

/** Removes expired notices from the inboxes. */
export const retireNotices: TimerTask = async now => {
  const over = await notices.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  for (const notice of over) {
    await syncInboxRow(notice, now)
    await commit(notices, notice, { ...notice, rev: notice.rev + 1, alarm: null })
  }
  return { noticesRetired: over.length }
}
