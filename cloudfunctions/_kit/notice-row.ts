import type { Letter } from '@domain/notice/letter'
import { inboxKey, isListed, linkOf, noticeValues, type Notice } from '@domain/notice/notice'
import { startPush } from './push-start'
import { messages, type StoredMessage } from './records'

/** One line of the inbox for all of its readers: what a notice shows there. Doing it again changes nothing. */
export async function settleNotice(notice: Notice, now: Date): Promise<void> {
  const { _id, estateId, at, kind, groups, pinned } = notice
  const row: StoredMessage = {
    _id, estateId, to: isListed(notice, now) ? groups : [], key: inboxKey(notice), at, read: false, kind, values: noticeValues(notice), link: linkOf(notice), pinned,
  }
  if (!await messages.add(row)) await messages.change({ _id }, { to: row.to, key: row.key, pinned })
  const first = notice.pushes[notice.pushes.length - 1]
  if (first !== undefined) await startPush(pushLetter(notice, first), estateId, { target: { groups } })
}

/** What knocks on the doors for a notice. */
export const pushLetter = (notice: Notice, id: string, at = notice.at): Letter => ({
  id, at, kind: notice.kind, to: { openids: [] }, except: notice.by, values: noticeValues(notice), link: linkOf(notice),
})
