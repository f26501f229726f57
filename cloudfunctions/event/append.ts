import { maxEntries, type EstateEvent } from '@domain/event/event'
import { seatsOf, type Entry, type Outcome } from '@domain/event/seats'
import type { Mark } from '@domain/notice/outbox'
import { refuseAnotherUse } from '../_kit/repetition'
import { op } from '../_kit/store'
import { events } from '../_services/event/records'

/**
 * What came of a request, and where in the log it stands; null: it is not in it.
 * @throws Refusal INVALID_INPUT on `requestId` when the id stood for another request
 */
export function outcomeOf(
  { log }: Pick<EstateEvent, 'log'>,
  request: Mark,
): { outcome: Outcome; at: number } | null {
  const at = log.findIndex(entry => entry.request === request.key)
  const outcome = seatsOf(log, at + 1).outcomes[at]
  if (outcome === undefined) return null
  refuseAnotherUse({ input: log[at]?.input }, request)
  return { outcome, at }
}

/**
 * One unconditional append to an open event's log, once for each request; answers the record as it is then.
 * What it came to, `outcomeOf` says.
 */
export async function append(event: EstateEvent, entry: Entry): Promise<EstateEvent> {
  const frees = entry.what === 'withdraw' || entry.what === 'confirm' || entry.what === 'lapse'
  await events.change(
    {
      _id: event._id,
      status: 'open',
      size: op.lt(maxEntries),
      'log.request': op.neq(entry.request),
    },
    {
      log: op.push({ each: [entry] }),
      size: op.inc(1),
      ...(entry.what === 'signUp' ? { people: op.addToSet({ $each: [entry.who] }) } : {}),
      // Somebody else may now be held a seat, and has to be told: the courier looks.
      ...(frees ? { outboxDue: true } : {}),
    },
  )
  return (await events.byId(event._id)) ?? event
}
