import { answerTo, compact, compactAt, movesOf } from '@domain/event/compact'
import { maxEntries, type EstateEvent } from '@domain/event/event'
import type { Answer, OwnMove, Step } from '@domain/event/seats'
import { Refusal } from '@domain/kernel/failure'
import type { Mark } from '@domain/notice/outbox'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { refuseAnotherUse } from '../../_kit/repetition'
import { op } from '../../_kit/store'
import { events } from './records'

/**
 * The first answer to a request; null when the log does not hold it.
 * @throws Refusal INVALID_INPUT on `requestId` when the id was used for another request
 */
export function findAnswer({ log }: Pick<EstateEvent, 'log'>, request: Mark): Answer | null {
  const answer = answerTo(log, request.key)
  if (answer !== null) refuseAnotherUse(answer, request)
  return answer
}

/**
 * Appends an entry to an open event's log in one write. Idempotent: once for each request, and a person's own
 * move once for each turn. Only a sign-up can find the log full: all that follows from one has room.
 * @returns the record after the write; `findAnswer` says whether the entry was appended, and its outcome
 */
export async function append(found: EstateEvent, entry: Step): Promise<EstateEvent> {
  const event = await compactWhenLong(found)
  const freesSeat = entry.what === 'withdraw' || entry.what === 'confirm' || entry.what === 'lapse'
  await events.change(
    {
      _id: event._id,
      status: 'open',
      'log.request': op.neq(entry.request),
      ...(entry.what === 'signUp' ? { size: op.lt(maxEntries) } : {}),
      // A log that was compacted meanwhile no longer holds the turns before.
      ...('turn' in entry && entry.turn !== undefined
        ? { 'log.turn': op.neq(entry.turn), ...isSameLog(event) }
        : {}),
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

/** The condition that a log has not been compacted since it was read. */
const isSameLog = ({ log: [first] }: EstateEvent) => ({ 'log.0.request': first?.request ?? '' })

/** Compacts a long log; leaves it to a later append when another write was faster. */
async function compactWhenLong(event: EstateEvent): Promise<EstateEvent> {
  if (event.size < compactAt) return event
  const log = compact(event.log, event.newsTold)
  const isWritten = await events.change(
    { _id: event._id, size: event.size, rev: event.rev, ...isSameLog(event) },
    { log, size: log.length, rev: op.inc(1) },
  )
  return isWritten ? { ...event, log, size: log.length, rev: event.rev + 1 } : event
}

/**
 * Appends a person's own move. Two moves of one person at the same moment follow one another: the later one
 * is decided on the record with the earlier.
 * @param decide gives the move on the record as it stands, or throws the refusal
 * @throws Refusal CONFLICT when every attempt lost its race
 */
export async function appendOwn(
  event: EstateEvent,
  request: Mark,
  decide: (event: EstateEvent) => OwnMove | Promise<OwnMove>,
): Promise<{ event: EstateEvent; answer: Answer }> {
  let latest = event
  return retryOvertaken(
    event,
    () => Promise.resolve(latest),
    async current => {
      const before = findAnswer(current, request)
      if (before !== null) return { event: current, answer: before }
      const move = await decide(current)
      if (move.what === 'signUp' && current.size >= maxEntries) throw new Refusal('FULL')
      latest = await append(current, {
        ...move,
        turn: `${move.who}:${String(movesOf(current.log, move.who).turns)}`,
      })
      const answer = findAnswer(latest, request)
      return answer === null ? overtaken : { event: latest, answer }
    },
  )
}
