import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { isListed, type Notice } from '@domain/notice/notice'
import { withoutMessages, type Mark } from '@domain/notice/outbox'
import { refuseRepeatedPush } from '@domain/notice/push'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { notices } from '../_messages/records'
import { startPush } from '../_messages/start-push'
import { pushMessage } from '../_messages/sync-notice'

/**
 * Records the reminder on the notice.
 * @throws Refusal TOO_MANY when the readers have just been notified
 */
const recordReminder = (notice: Notice, pushId: string, now: Date, request: Mark): Promise<void> =>
  move(
    notice,
    { request, now },
    {
      records: notices,
      isVisible: () => true,
      judge: current => refuseRepeatedPush(current.pushedAt, now),
      next: current => ({
        after: withoutMessages(
          { ...current, pushes: [pushId, ...current.pushes], pushedAt: now.toISOString() },
          request,
        ),
      }),
      view: () => undefined,
    },
  )

/**
 * Notifies the readers who have not read the notice. A house counts as having read it once one of its
 * residents has.
 */
export const remindUnread = action('notice', 'remind', {
  load: ({ id }) => notices.byId(id),
  async run({ caller, loaded: notice, now, requestKey, request }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    const pushId = `${requestKey.slice(0, 24)}-push`
    const isRecorded = notice.pushes.includes(pushId)
    if (!isListed(notice, now)) {
      if (isRecorded) return { pushId }
      throw new Refusal('CONFLICT', {
        words: words('公告已收回或已过期', 'This notice has been withdrawn or has expired'),
      })
    }
    if (!isRecorded) await recordReminder(notice, pushId, now, request)
    // Idempotent: when a call ended between the two writes, its repetition starts the push.
    await startPush(pushMessage(notice, pushId, now.toISOString()), notice.estateId, {
      target: { groups: notice.groups },
      unreadOf: notice._id,
    })
    return { pushId }
  },
})
