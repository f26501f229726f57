import { forbidden, type Refusal } from '@domain/kernel/failure'
import type { Mark, OutboxRecord } from '@domain/notice/outbox'
import { commit } from './outbox'
import { overtaken, untilHeld } from './race'
import { isRepeated, remember, remembered } from './repetition'
import type { Collection, Patch } from './store'

/** The next version of a record, and what is added to it rather than set, such as a line of its log. */
export interface Next<T> {
  after: T
  more?: Patch<T>
}

/**
 * What one kind of record needs for a conditional state change; `next` and `view` are pure but for
 * settings.
 */
export interface Move<T extends OutboxRecord, Answer> {
  records: Collection<T>
  /** Whether the caller may know of the record; unknown and forbidden are one answer. */
  isVisible(record: T): boolean
  /** @throws Refusal with the reason when the record, as it stands, does not allow the move to this caller */
  judge?(record: T): void
  /** Decides on what stands; null: nothing has to change. */
  next(record: T): Next<T> | null | Promise<Next<T> | null>
  view(record: T): Answer
  /** The answer to a repetition, where the record as it stands would not give it. */
  viewRepeated?(record: T): Answer
  /** Keeps the answer, so that a repetition is answered as the first time whatever became of the record. */
  remembers?: boolean
  /** What follows in the same call once the write has held; idempotent. */
  afterwards?(after: T, before: T): Promise<void>
  /** The reason when a unique field, such as a parking space, has just been given to another record. */
  taken?: Refusal
}

export interface Moved {
  request: Mark
  now: Date
}

/**
 * The one conditional change of a record's state: load, visible, judge, decide, write, view. A lost race is
 * decided
 * again on what stands then; the same request is answered as the first time.
 * @throws Refusal FORBIDDEN when there is no such record for the caller, CONFLICT when the race is lost for
 * good,
 * INVALID_INPUT on `requestId` when the id stood for another request
 */
export async function move<T extends OutboxRecord, Answer>(
  found: T | null | undefined,
  { request, now }: Moved,
  steps: Move<T, Answer>,
): Promise<Answer> {
  const reload = async (was: T): Promise<T> => {
    const stands = visible(await steps.records.byId(was._id), steps)
    if (steps.taken && stands.rev === was.rev) throw steps.taken
    return stands
  }
  return untilHeld(visible(found, steps), reload, async record => {
    if (isRepeated(record.marks, request)) return answerAgain(record, request, steps)
    steps.judge?.(record)
    const next = await steps.next(record)
    if (next === null) return steps.view(record)
    if (!(await commit(steps.records, record, next.after, next.more))) return overtaken
    await steps.afterwards?.(next.after, record)
    const answer = steps.view(next.after)
    return steps.remembers ? remember(request, answer, now) : answer
  })
}

function visible<T extends OutboxRecord, Answer>(
  record: T | null | undefined,
  { isVisible }: Move<T, Answer>,
): T {
  if (!record || !isVisible(record)) throw forbidden()
  return record
}

async function answerAgain<T extends OutboxRecord, Answer>(
  record: T,
  request: Mark,
  { remembers, view, viewRepeated = view }: Move<T, Answer>,
): Promise<Answer> {
  const kept = remembers ? await remembered<Answer>(request) : undefined
  return kept ?? viewRepeated(record)
}
