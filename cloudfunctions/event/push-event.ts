import { termsOf } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import { estateMoment } from '@domain/kernel/estate-time'
import { forbidden } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words, type Words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { refuseRepeatedPush } from '@domain/notice/push'
import { estateOf } from '../_kit/estate'
import { move } from '../_kit/move'
import { addRecord } from '../_kit/outbox'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { firstPushOf, newNotice } from '../_messages/new-notice'
import { settleNotice } from '../_messages/notice-row'
import { notices } from '../_messages/records'
import { events } from '../_services/event/records'
import { nextEvent } from '../_services/event/write'
import { refuseUnlessMay } from './move-event'

/**
 * A notice about the event to its audience, which knocks on doors too; how far it has come, `notice.push`
 * says.
 */
export const pushEvent = action('event', 'push', {
  load: ({ id }) => events.byId(id),
  async run({ input: { message }, caller, loaded: event, now, requestKey, request }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    await refuseUnsafe(caller.openid, message)
    await notePush(event, caller, now, request)
    const estate = await readEstate(event.estateId)
    const notice = newNotice(
      {
        kind: 'event.announced',
        title: event.title,
        body: message ? words(message, message) : invitation(event, estate.zone),
        audience: event.audience,
        groups: event.groups,
        about: { kind: 'event', id: event._id },
        until: event.endsAt,
      },
      { estate, by: caller.openid, now, request, push: true },
    )
    // Called off since it was noted: nobody is invited any more.
    if (event.status === 'open' && (await addRecord(notices, notice))) await syncNotice(notice, now)
    return { pushId: firstPushId(requestKey) }
  },
})

/**
 * One conditional write, so that of two butlers who notify at once only one does; the same request is noted
 * once.
 * @throws Refusal TOO_MANY when people have just been notified; CONFLICT when there is nothing to notify them
 * of
 */
const notePush = (event: EstateEvent, caller: Caller, now: Date, request: Mark): Promise<void> =>
  move(
    event,
    { request, now },
    {
      records: events,
      isVisible: () => true,
      judge(stands) {
        refuseUnlessMay('push', stands, caller, now)
        refuseRepeatedPush(stands.pushedAt, now)
      },
      next: stands =>
        nextEvent(
          stands,
          { set: { pushedAt: now.toISOString() }, entries: [], notify: [] },
          { by: caller.openid, now, mark: request },
        ),
      view: () => undefined,
    },
  )

/** When, where, and by when to sign up. */
function invitation(event: EstateEvent, zone: string): Words {
  const [from, until] = [event.startsAt, termsOf(event).until].map(at =>
    estateMoment(new Date(at), zone),
  ) as [Words, Words]
  return words(
    `${from['zh-CN']}，${event.place['zh-CN']}。报名截止 ${until['zh-CN']}`,
    `${from.en}, ${event.place.en}. Sign up until ${until.en}`,
  )
}
