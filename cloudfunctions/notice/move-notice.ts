import { forbidden, Refusal } from '@domain/kernel/failure'
import { viewNotice } from '@domain/notice/view'
import { marked, type Mark } from '@domain/notice/outbox'
import { isListed, type Notice } from '@domain/notice/notice'
import { audit } from '../_kit/audit'
import { commit } from '../_kit/outbox'
import { notices } from '../_messages/records'
import { settleRow } from '../_messages/notice-row'
import { stopPushes } from '../_messages/push-start'
import { action } from '../_kit/serve'

/** One conditional write on the notice, with the mark of its request; its line in the inboxes follows in the same call, and again by the timer should that be lost. */
async function change(notice: Notice, set: Partial<Notice>, now: Date, mark: Mark): Promise<Notice> {
  const next = { ...notice, ...set, rev: notice.rev + 1, outboxDue: true, marks: marked(notice.marks, mark) }
  if (!(await commit(notices, notice, next))) {
    const after = await notices.byId(notice._id)
    if (after?.marks.some(({ key }) => key === mark.key)) return after
    throw new Refusal('CONFLICT')
  }
  await settleRow(next, now)
  return next
}

export const pinNotice = action('notice', 'pin', {
  load: ({ id }) => notices.byId(id),
  async run({ input: { pin }, caller, loaded: notice, now, requestKey }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    // Whoever has pinned or unpinned it since stays right: the same request is answered as it was, and changes nothing.
    if (notice.marks.some(({ key }) => key === requestKey))
      return viewNotice({ ...notice, pinned: pin }, caller, now)
    if (!isListed(notice, now)) throw new Refusal('CONFLICT')
    return viewNotice(
      await change(notice, { pinned: pin }, now, { key: requestKey, action: 'pin' }),
      caller,
      now,
    )
  },
})

/** Takes a notice out of all inboxes, and stops what is being told of it. What has been read cannot be unread; who took it back is in the audit. */
export const withdrawNotice = action('notice', 'withdraw', {
  load: ({ id }) => notices.byId(id),
  async run({ caller, loaded: notice, now, requestKey }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    if (notice.withdrawnAt !== null) return viewNotice(notice, caller, now)
    const next = await change(notice, { withdrawnAt: now.toISOString(), alarm: null }, now, {
      key: requestKey,
      action: 'withdraw',
    })
    await stopPushes(notice.pushes)
    await audit(requestKey, now, {
      estateId: notice.estateId,
      by: caller.openid,
      did: 'notice.withdraw',
      record: notice._id,
    })
    return viewNotice(next, caller, now)
  },
})
