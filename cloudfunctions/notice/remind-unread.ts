import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { isListed, type Notice } from '@domain/notice/notice'
import { withoutMessages, type Mark } from '@domain/notice/outbox'
import { refuseRepeatedPush } from '@domain/notice/push'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { pushMessage } from '../_messages/notice-row'
import { startPush } from '../_messages/push-start'
import { notices } from '../_messages/records'

/** @throws Refusal TOO_MANY when the readers have just been notified */
const noteReminder = (notice: Notice, pushId: string, now: Date, request: Mark): Promise<void> =>
  move(
    notice,
    { request, now },
    {
      records: notices,
      isVisible: () => true,
      judge: stands => refuseRepeatedPush(stands.pushedAt, now),
      next: stands => ({
        after: withoutMessages(
          { ...stands, pushes: [pushId, ...stands.pushes], pushedAt: now.toISOString() },
          request,
        ),
      }),
      view: () => undefined,
    },
  )

/** Knocks on the doors of those who have not read the notice: of whole houses, where one has read it. */
export const remindUnread = action('notice', 'remind', {
  load: ({ id }) => notices.byId(id),
  async run({ caller, loaded: notice, now, requestKey, request }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    const pushId = `${requestKey.slice(0, 24)}-push`
    const noted = notice.pushes.includes(pushId)
    if (!isListed(notice, now)) {
      if (noted) return { pushId }
      throw new Refusal('CONFLICT', { words: words('公告已收回或已过期', 'The notice is over') })
    }
    if (!noted) await noteReminder(notice, pushId, now, request)
    // Starting it twice is starting it once: a call that ended between the two writes is made good by its
    // repetition.
    await startPush(pushMessage(notice, pushId, now.toISOString()), notice.estateId, {
      target: { groups: notice.groups },
      unreadOf: notice._id,
    })
    return { pushId }
  },
})
