import { commit } from '../_kit/carriers'
import { settleRow } from '../_kit/notice-row'
import { notices } from '../_kit/notice-records'
import { op } from '../_kit/store'
import { portion, type Duty } from './duty'

/** Takes notices that are over out of the inboxes. */
export const retireNotices: Duty = async now => {
  const over = await notices.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  for (const notice of over) {
    await settleRow(notice, now)
    await commit('notices', notice, { ...notice, rev: notice.rev + 1, alarm: null })
  }
  return { noticesRetired: over.length }
}
