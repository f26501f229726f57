import type { EstateEvent } from '@domain/event/event'
import { seatsOf, type Outcome } from '@domain/event/seats'
import { maySeeEvent, runsEvents } from '@domain/event/states'
import { checkInTimes } from '@domain/event/times'
import { estateMoment } from '@domain/kernel/estate-time'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { estateOf } from '../_kit/estate'
import { action } from '../_kit/serve'
import { groupsOf } from '../_messages/audience'
import { events } from '../_services/event/records'
import { isGenuine, readTicket } from '../_services/event/ticket'
import { append, outcomeOf } from './append'
import { linesOf } from './roster'
import { refuse } from './sign-up'

/**
 * Somebody has come: the butler scans their code, or they scan that of the door. For this event alone, and
 * once.
 */
export const checkIn = action('event', 'checkIn', {
  load: ({ id }) => events.byId(id),
  async run({ input: { code }, caller, loaded: event, now, request }) {
    if (event === null || !maySeeEvent(event, caller, listGroups(caller))) throw forbidden()
    const who = whose(event, code, caller)
    let after = event
    if (outcomeOf(event, request) === null) {
      if (event.status !== 'open')
        throw new Refusal('CONFLICT', { words: words('活动已取消', 'The event is cancelled') })
      await refuseUntimely(event, now)
      const entry = {
        what: 'checkIn' as const,
        who,
        at: now.toISOString(),
        request: request.key,
        input: request.input,
      }
      await refuseEntry(seatsOf([...event.log, entry]).outcomes[event.log.length] ?? 'done', event, who)
      after = await append(event, entry)
    }
    await refuseEntry(outcomeOf(after, request)?.outcome ?? 'over', after, who)
    const seats = seatsOf(after.log)
    const [line] = await linesOf(
      after,
      [...seats.places.values()].filter(place => place.who === who),
      seats,
    )
    if (!line) throw new Refusal('CONFLICT')
    return { ...line, event: event._id }
  },
})

/** @throws Refusal CONFLICT that says from when people are checked in, or until when they were */
async function refuseUntimely(event: EstateEvent, now: Date): Promise<void> {
  const { from, until } = checkInTimes(event)
  const at = now.toISOString()
  if (from <= at && at < until) return
  const moment = estateMoment(new Date(at < from ? from : until), (await readEstate(event.estateId)).zone)
  throw new Refusal('CONFLICT', {
    words:
      at < from
        ? words(`${moment['zh-CN']} 开始签到`, `Check-in begins ${moment.en}`)
        : words(`签到已于 ${moment['zh-CN']} 结束`, `Check-in ended ${moment.en}`),
  })
}

/**
 * @throws Refusal; of somebody who has come already it says when, so that the door knows whether it was a
 * minute ago
 */
async function refuseEntry(outcome: Outcome, event: EstateEvent, who: string): Promise<void> {
  const before = seatsOf(event.log).places.get(who)?.checkedInAt ?? null
  if (outcome !== 'twice' || before === null) return refuse(outcome)
  const at = estateMoment(new Date(before), (await readEstate(event.estateId)).zone)
  throw new Refusal('CONFLICT', { words: words(`已签到：${at['zh-CN']}`, `Checked in already: ${at.en}`) })
}

/** @throws Refusal that says what is wrong with the code: another event's, or none at all */
function whose(event: EstateEvent, code: string, caller: Caller): string {
  if (code === event.scene && event.picture !== null) return caller.openid
  const ticket = runsEvents(caller) ? readTicket(code) : null
  if (ticket === null) throw invalid('code', '不是签到码', 'Not a code for checking in')
  if (ticket.eventId !== event._id)
    throw new Refusal('CONFLICT', {
      words: words('这是另一个活动的签到码', 'This code is for another event'),
    })
  const signedUp = event.log[ticket.since]
  if (signedUp?.what !== 'signUp' || !isGenuine(ticket, signedUp.who))
    throw invalid('code', '签到码无效', 'Not a genuine code')
  if (!isCurrent(event, signedUp.who, ticket.since))
    throw new Refusal('CONFLICT', { words: words('这次报名已取消', 'This sign-up was withdrawn') })
  return signedUp.who
}

/** Somebody who withdrew and signed up again has another ticket. */
const isCurrent = ({ log }: EstateEvent, who: string, since: number): boolean =>
  (seatsOf(log).places.get(who)?.since ?? since) === since
