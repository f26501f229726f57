import type { EventChange } from '@domain/event/decisions'
import type { EstateEvent } from '@domain/event/event'
import { seatsOf } from '@domain/event/seats'
import { statusOf } from '@domain/event/times'
import { statusWords } from '@domain/event/wording'
import { estateMoment } from '@domain/kernel/estate-time'
import { withMessages, type OutboxMessage, type Mark } from '@domain/notice/outbox'
import { readEstate } from '../../_kit/estate'
import type { Next } from '../../_kit/move'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { events } from './records'

export const eventLink = (id: string): string => `packages/event/event/index?id=${id}`

/** The values of a message about an event: which event, when and where. */
export const eventValues = (event: EstateEvent, zone: string, now: Date): OutboxMessage['values'] => ({
  no: event.no,
  subject: event.title,
  state: statusWords[statusOf(event, seatsOf(event.log), now)]['zh-CN'],
  when: estateMoment(new Date(event.startsAt), zone),
  where: event.place,
})

interface Writing {
  /** Openid of the person who decided; empty for the timer. */
  by: string
  now: Date
  mark: Mark | null
}

/**
 * The next version of an event after a decision: its fields, its log, its messages and the mark of the
 * request.
 */
export async function nextEvent(
  event: EstateEvent,
  change: EventChange,
  { by, now, mark }: Writing,
): Promise<Next<EstateEvent>> {
  const { zone } = await readEstate(event.estateId)
  const next = { ...event, ...change.set }
  const values = { ...eventValues(next, zone, now), ...change.values }
  const after = withMessages(next, change.notify, { at: now, by, values, link: eventLink(event._id) }, mark)
  const { entries } = change
  const appended = entries.length > 0 ? { log: op.push({ each: entries }), size: op.inc(entries.length) } : {}
  return {
    after: { ...after, log: [...after.log, ...entries], size: after.size + entries.length },
    // The log may have grown meanwhile: the courier sets the alarm by the record as it is then.
    more: { ...appended, outboxDue: true },
  }
}

/** One conditional write of a decision; false when another write was faster. */
export async function commitEvent(
  event: EstateEvent,
  change: EventChange,
  writing: Writing,
): Promise<boolean> {
  const { after, more } = await nextEvent(event, change, writing)
  return commit(events, event, after, more)
}
