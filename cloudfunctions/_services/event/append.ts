import { maxEntries, type EstateEvent } from '@domain/event/event'
import { seatsOf, type Entry, type Outcome } from '@domain/event/seats'
import type { Mark } from '@domain/notice/outbox'
import { refuseAnotherUse } from '../../_kit/repetition'
import { op } from '../../_kit/store'
import { events } from './records'

/**
 * The outcome of a request and its index in the log; null when the log does not hold it.
 * @throws Refusal INVALID_INPUT on `requestId` when the id was used for another request
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
 * Appends an entry to an open event's log in one write. Idempotent: once for each request.
 * @returns the record after the write; `outcomeOf` gives the outcome of the request
 */
export async function append(event: EstateEvent, entry: Entry): Promise<EstateEvent> {
  const freesSeat = entry.what === 'withdraw' || entry.what === 'confirm' || entry.what === 'lapse'
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
      // A seat may now be held for the next person on the waiting list: the courier notifies them.
      ...(freesSeat ? { outboxDue: true } : {}),
    },
  )
  return (await events.byId(event._id)) ?? event
}
