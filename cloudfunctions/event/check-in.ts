import type { EstateEvent } from '@domain/event/event'
import { entryAt, seatsOf, type Outcome } from '@domain/event/seats'
import { maySeeEvent, runsEvents } from '@domain/event/states'
import { checkInTimes } from '@domain/event/times'
import { estateMoment } from '@domain/kernel/estate-time'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { listGroups } from '../_messages/audience'
import { events } from '../_services/event/records'
import { isGenuine, readTicket } from '../_services/event/ticket'
import { append, findAnswer } from '../_services/event/append'
import { linesOf } from './roster'
import { refuse } from './sign-up'

/**
 * Checks a participant in: the butler scans the participant's ticket, or the participant scans the code at
 * the door. A ticket is valid for one event, once.
 */
export const checkIn = action('event', 'checkIn', {
  load: ({ id }) => events.byId(id),
  async run({ input: { code }, caller, loaded: event, now, request }) {
    if (event === null || !maySeeEvent(event, caller, listGroups(caller))) throw forbidden()
    const who = participantOf(event, code, caller)
    let after = event
    if (findAnswer(event, request) === null) {
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
    await refuseEntry(findAnswer(after, request)?.outcome ?? 'over', after, who)
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

/** @throws Refusal CONFLICT with the time when check-in begins, or ended */
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
 * @throws Refusal when the outcome is not `done`; for a second check-in it names the time of the first, so
 * that the staff at the door can tell a double scan from a reused ticket
 */
async function refuseEntry(outcome: Outcome, event: EstateEvent, who: string): Promise<void> {
  const before = seatsOf(event.log).places.get(who)?.checkedInAt ?? null
  if (outcome !== 'twice' || before === null) return refuse(outcome)
  const at = estateMoment(new Date(before), (await readEstate(event.estateId)).zone)
  throw new Refusal('CONFLICT', { words: words(`已签到：${at['zh-CN']}`, `Already checked in: ${at.en}`) })
}

/**
 * The openid of the participant that a code belongs to.
 * @throws Refusal with what is wrong with the code
 */
function participantOf(event: EstateEvent, code: string, caller: Caller): string {
  if (code === event.scene && event.picture !== null) return caller.openid
  const ticket = runsEvents(caller) ? readTicket(code) : null
  if (ticket === null) throw invalid('code', '不是签到码', 'This is not a check-in code')
  if (ticket.eventId !== event._id)
    throw new Refusal('CONFLICT', {
      words: words('这是另一个活动的签到码', 'This code is for another event'),
    })
  const { places } = seatsOf(event.log)
  const current = [...places.values()].find(({ since }) => since === ticket.since)
  const signedUp = entryAt(event.log, ticket.since)
  const who = current?.who ?? (signedUp?.what === 'signUp' ? signedUp.who : null)
  if (who === null || !isGenuine(ticket, who))
    throw invalid('code', '签到码无效', 'This check-in code is not valid')
  // A participant who withdrew and signed up again has a new ticket.
  if (current === undefined && places.has(who))
    throw new Refusal('CONFLICT', { words: words('这次报名已取消', 'This sign-up was withdrawn') })
  return who
}
