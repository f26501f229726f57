import { termsOf } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import { estateMoment } from '@domain/kernel/estate-time'
import { forbidden } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words, type Words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { refuseRepeatedPush } from '@domain/notice/push'
import { readEstate } from '../_kit/estate'
import { move } from '../_kit/move'
import { addRecord } from '../_kit/outbox'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { firstPushId, newNotice } from '../_messages/new-notice'
import { notices } from '../_messages/records'
import { syncNotice } from '../_messages/sync-notice'
import { events } from '../_services/event/records'
import { nextEvent } from '../_services/event/write'
import { refuseUnlessMay } from './move-event'

/**
 * Publishes a notice about the event to its audience and sends WeChat messages too; `notice.push` gives the
 * progress.
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
    // An event that was cancelled meanwhile invites no one.
    if (event.status === 'open' && (await addRecord(notices, notice))) await syncNotice(notice, now)
    return { pushId: firstPushId(requestKey) }
  },
})

/**
 * Records the push in one conditional write, so that of two butlers who notify at once only one succeeds.
 * Idempotent for the same request.
 * @throws Refusal TOO_MANY when the audience has just been notified; CONFLICT when the event's state does not
 * allow a push
 */
const notePush = (event: EstateEvent, caller: Caller, now: Date, request: Mark): Promise<void> =>
  move(
    event,
    { request, now },
    {
      records: events,
      isVisible: () => true,
      judge(current) {
        refuseUnlessMay('push', current, caller, now)
        refuseRepeatedPush(current.pushedAt, now)
      },
      next: current =>
        nextEvent(
          current,
          { set: { pushedAt: now.toISOString() }, entries: [], notify: [] },
          { by: caller.openid, now, mark: request },
        ),
      view: () => undefined,
    },
  )

/** The text of an invitation: when, where, and the deadline to sign up. */
function invitation(event: EstateEvent, zone: string): Words {
  const from = estateMoment(new Date(event.startsAt), zone)
  const until = estateMoment(new Date(termsOf(event).until), zone)
  return words(
    `${from['zh-CN']}，${event.place['zh-CN']}。报名截止 ${until['zh-CN']}`,
    `${from.en}, ${event.place.en}. Sign up by ${until.en}`,
  )
}
