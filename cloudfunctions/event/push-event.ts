import { termsOf } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import { forbidden } from '@domain/kernel/failure'
import { estateMoment } from '@domain/kernel/estate-time'
import { words, type Words } from '@domain/kernel/words'
import { addCarrier } from '../_kit/carriers'
import { estateOf } from '../_kit/estate'
import { events } from '../_kit/event-records'
import { firstPushOf, newNotice } from '../_kit/notice-write'
import { settleNotice } from '../_kit/notice-row'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { refuseUnlessMay } from './move-event'

/** A notice about the event to its audience, which knocks on doors too; how far it has come, `notice.push` says. */
export const pushEvent = action('event', 'push', {
  load: ({ id }) => events.byId(id),
  async run({ input: { message }, caller, loaded: event, now, requestKey }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    refuseUnlessMay('push', event, caller, now)
    if (message) await refuseUnsafe(caller.openid, message)
    const estate = await estateOf(event.estateId)
    const notice = newNotice({
      kind: 'event.announced', title: event.title, body: message ? words(message, message) : invitation(event, estate.zone),
      audience: event.audience, groups: event.groups, about: { kind: 'event', id: event._id }, until: event.endsAt,
    }, { estate, by: caller.openid, now, id: requestKey, push: true })
    if (await addCarrier('notices', notice)) await settleNotice(notice, now)
    return { pushId: firstPushOf(requestKey) }
  },
})

/** When, where, and by when to sign up. */
function invitation(event: EstateEvent, zone: string): Words {
  const [from, until] = [event.startsAt, termsOf(event).until].map(at => estateMoment(new Date(at), zone)) as [Words, Words]
  return words(`${from['zh-CN']}，${event.place['zh-CN']}。报名截止 ${until['zh-CN']}`, `${from.en}, ${event.place.en}. Sign up until ${until.en}`)
}
