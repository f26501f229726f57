import { inboxKey, isListed, linkOf, noticeValues, type Notice } from '@domain/notice/notice'
import type { OutboxMessage } from '@domain/notice/outbox'
import { notices, messages, type StoredMessage } from './records'
import { startPush, stopPushes } from './start-push'

/** Brings the one inbox row that all readers of a notice share in line with the notice. Idempotent. */
export async function syncInboxRow(notice: Notice, now: Date): Promise<void> {
  const { _id, estateId, at, kind, groups, pinned } = notice
  const row: StoredMessage = {
    _id,
    estateId,
    to: isListed(notice, now) ? groups : [],
    key: inboxKey(notice),
    at,
    read: false,
    kind,
    values: noticeValues(notice),
    link: linkOf(notice),
    pinned,
  }
  if (!(await messages.add(row))) await messages.change({ _id }, { to: row.to, key: row.key, pinned })
}

/** Syncs the inbox row, and starts the push that the notice was made with. Idempotent. */
export async function syncNotice(notice: Notice, now: Date): Promise<void> {
  await syncInboxRow(notice, now)
  const first = notice.pushes[notice.pushes.length - 1]
  if (first !== undefined && isListed(notice, now))
    await startPush(pushMessage(notice, first), notice.estateId, { target: { groups: notice.groups } })
}

/** The message by which the readers of a notice are notified. */
export const pushMessage = (notice: Notice, id: string, at = notice.at): OutboxMessage => ({
  id,
  at,
  kind: notice.kind,
  to: { openids: [] },
  except: notice.by,
  values: noticeValues(notice),
  link: linkOf(notice),
})

/**
 * Withdraws the notices about a record that is called off: removes them from the inboxes and stops their
 * pushes.
 */
export async function withdrawNoticesAbout(id: string, now: Date): Promise<void> {
  for (const notice of await notices.find({ 'about.id': id, withdrawnAt: null })) {
    const withdrawn = { ...notice, withdrawnAt: now.toISOString(), alarm: null }
    if (
      !(await notices.change(
        { _id: notice._id, rev: notice.rev },
        { withdrawnAt: withdrawn.withdrawnAt, alarm: null, rev: notice.rev + 1 },
      ))
    )
      continue
    await syncInboxRow(withdrawn, now)
    await stopPushes(notice.pushes)
  }
}
