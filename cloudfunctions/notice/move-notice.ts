import { Refusal } from '@domain/kernel/failure'
import { isListed, type Notice } from '@domain/notice/notice'
import { withoutMessages, type Mark } from '@domain/notice/outbox'
import { viewNotice } from '@domain/notice/view'
import { move, type Next } from '../_kit/move'
import { action } from '../_kit/serve'
import { syncInboxRow } from '../_messages/sync-notice'
import { stopPushes } from '../_messages/start-push'
import { notices } from '../_messages/records'

/**
 * The next version of a notice. Its inbox row follows in the same call; a lost update is made by the timer.
 */
const nextNotice = (notice: Notice, set: Partial<Notice>, mark: Mark): Next<Notice> => ({
  after: withoutMessages({ ...notice, ...set, outboxDue: true }, mark),
})

export const pinNotice = action('notice', 'pin', {
  load: ({ id }) => notices.byId(id),
  run: ({ input: { pin }, caller, loaded, now, request }) =>
    move(
      loaded,
      { request, now },
      {
        records: notices,
        isVisible: notice => notice.estateId === caller.estateId,
        judge(notice) {
          if (!isListed(notice, now)) throw new Refusal('CONFLICT')
        },
        next: notice => nextNotice(notice, { pinned: pin }, request),
        view: notice => viewNotice(notice, caller, now),
        // The notice may have been pinned or unpinned since: a repetition gets the same answer and changes
        // nothing.
        viewRepeated: notice => viewNotice({ ...notice, pinned: pin }, caller, now),
        afterwards: notice => syncInboxRow(notice, now),
      },
    ),
})

/**
 * Removes a notice from all inboxes and stops its pushes. Receipts stay; the audit records who withdrew the
 * notice.
 */
export const withdrawNotice = action('notice', 'withdraw', {
  load: ({ id }) => notices.byId(id),
  run: ({ caller, loaded, now, request }) =>
    move(
      loaded,
      { request, now },
      {
        records: notices,
        isVisible: notice => notice.estateId === caller.estateId,
        next: notice =>
          notice.withdrawnAt === null
            ? nextNotice(notice, { withdrawnAt: now.toISOString(), alarm: null }, request)
            : null,
        view: notice => viewNotice(notice, caller, now),
        audited: { did: 'notice.withdraw', by: caller.openid },
        async afterwards(notice) {
          await syncInboxRow(notice, now)
          await stopPushes(notice.pushes)
        },
      },
    ),
})
