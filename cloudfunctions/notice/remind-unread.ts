import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { isListed } from '@domain/notice/notice'
import { commit } from '../_kit/carriers'
import { notices } from '../_kit/notice-records'
import { pushLetter } from '../_kit/notice-row'
import { startPush } from '../_kit/push-start'
import { action } from '../_kit/serve'

/** Knocks on the doors of those who have not read the notice: of whole houses, where one has read it. */
export const remindUnread = action('notice', 'remind', {
  load: ({ id }) => notices.byId(id),
  async run({ caller, loaded: notice, now, requestKey }) {
    if (notice === null || notice.estateId !== caller.estateId) throw forbidden()
    const pushId = `${requestKey.slice(0, 24)}-push`
    if (notice.pushes.includes(pushId)) return { pushId }
    if (!isListed(notice, now)) throw new Refusal('CONFLICT', { words: words('公告已收回或已过期', 'The notice is over') })
    await startPush(pushLetter(notice, pushId, now.toISOString()), notice.estateId, { target: { groups: notice.groups }, unreadOf: notice._id })
    await commit('notices', notice, { ...notice, rev: notice.rev + 1, pushes: [pushId, ...notice.pushes] })
    return { pushId }
  },
})
