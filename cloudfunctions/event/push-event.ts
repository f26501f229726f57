import { notices } from '../_messages/records'
import { termsOf } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { estateMoment } from '@domain/kernel/estate-time'
import type { Caller } from '@domain/kernel/people'
import { words, type Words } from '@domain/kernel/words'
import { refuseRepeatedPush } from '@domain/notice/push'
import { addRecord } from '../_kit/outbox'
import { estateOf } from '../_kit/estate'
import { events } from '../_services/event/records'
import { commitEvent } from '../_services/event/write'
import { firstPushOf, newNotice } from '../_messages/new-notice'
import { settleNotice } from '../_messages/notice-row'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { refuseUnlessMay } from './move-event'

/** A notice about the event to its audience, which knocks on doors too; how far it has come, `notice.push` says. */
export const pushEvent = action('event', 'push', {
  load: ({ id }) => events.byId(id),
  async run({ input: { message }, caller, loaded: event, now, requestKey }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    await refuseUnsafe(caller.openid, message)
    await note(event, caller, now, requestKey)
    const estate = await estateOf(event.estateId)
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
      { estate, by: caller.openid, now, id: requestKey, push: true },
    )
    // Called off since it was noted: nobody is invited any more.
    if (event.status === 'open' && (await addRecord(notices, notice))) await settleNotice(notice, now)
    return { pushId: firstPushOf(requestKey) }
  },
})

/**
 * One conditional write, so that of two who tell people at once only one does; the same request is noted once.
 * @throws Refusal TOO_MANY: people have just been told; CONFLICT: there is nothing to tell them now
 */
async function note(loaded: EstateEvent, caller: Caller, now: Date, key: string): Promise<void> {
  let event: EstateEvent | null = loaded
  for (let tries = 0; tries < 3 && event !== null; tries++) {
    if (event.marks.some(mark => mark.key === key)) return
    refuseUnlessMay('push', event, caller, now)
    refuseRepeatedPush(event.pushedAt, now)
    if (
      await commitEvent(
        event,
        { set: { pushedAt: now.toISOString() }, entries: [], notify: [] },
        { by: caller.openid, now, mark: { key, action: 'push' } },
      )
    )
      return
    event = await events.byId(event._id)
  }
  throw new Refusal('CONFLICT')
}

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
