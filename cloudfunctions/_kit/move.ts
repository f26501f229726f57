import { forbidden, type Refusal } from '@domain/kernel/failure'
import type { Mark, OutboxRecord } from '@domain/notice/outbox'
import { audit, type AuditEntry } from './audit'
import { commit } from './outbox'
import { overtaken, retryOvertaken } from './race'
import { isRepeated, recall, remember } from './repetition'
import type { Collection, Patch } from './store'

/** The next version of a record; `more` holds what is appended rather than set, such as a line of its log. */
export interface Next<T> {
  after: T
  more?: Patch<T>
}

/**
 * What one kind of record needs for a conditional state change. `next` and `view` are pure, except that
 * `next` may read settings.
 */
export interface Move<T extends OutboxRecord, Answer> {
  records: Collection<T>
  /** Whether the caller may know of the record; unknown and forbidden get the same answer. */
  isVisible: (record: T) => boolean
  /** @throws Refusal with the reason when the record, as it stands, does not allow the move to this caller */
  judge?: (record: T) => void
  /** Decides on the record as it stands; null: nothing has to change. */
  next: (record: T) => Next<T> | null | Promise<Next<T> | null>
  view: (record: T) => Answer
  /**
   * The answer to a repetition, where `view` of the record as it stands would differ from the first answer.
   */
  viewRepeated?: (record: T) => Answer
  /**
   * Stores the answer, so that a repetition gets the first answer even after the record has changed again.
   */
  remembers?: boolean
  /** Audited after the write, and again on a repetition: a fault may have prevented it. */
  audited?: Pick<AuditEntry, 'by' | 'did'>
  /**
   * What follows in the same call after the write has succeeded. Idempotent: it runs again when the request
   * is repeated, with the record as it stands then, because a fault after the write may have prevented it.
   */
  afterwards?: (record: T, isRepetition: boolean) => Promise<void>
  /** The refusal when a unique field, such as a parking space, has just gone to another record. */
  taken?: Refusal
}

export interface Moved {
  request: Mark
  now: Date
}

/**
 * Changes a record's state by one conditional write: check that it is visible, judge, decide, write, view. A
 * lost race reloads the record and decides again; a repeated request gets the first answer.
 * @throws Refusal FORBIDDEN when there is no such record for the caller, CONFLICT when every attempt lost its
 * race, INVALID_INPUT on `requestId` when the id was used for another request
 */
export async function move<T extends OutboxRecord, Answer>(
  found: T | null | undefined,
  moved: Moved,
  steps: Move<T, Answer>,
): Promise<Answer> {
  const { request, now } = moved
  const reload = async (before: T): Promise<T> => {
    const current = requireVisible(await steps.records.byId(before._id), steps)
    // The same version, and yet the write failed: a unique field is taken.
    if (steps.taken && current.rev === before.rev) throw steps.taken
    return current
  }
  return retryOvertaken(requireVisible(found, steps), reload, async record => {
    if (isRepeated(record.marks, request)) {
      await follow(record, moved, steps, true)
      return answerAgain(record, request, steps)
    }
    steps.judge?.(record)
    const next = await steps.next(record)
    if (next === null) return steps.view(record)
    if (!(await commit(steps.records, record, next.after, next.more))) return overtaken
    await follow(next.after, moved, steps, false)
    const answer = steps.view(next.after)
    return steps.remembers ? remember(request, answer, now, record._id) : answer
  })
}

async function follow<T extends OutboxRecord, Answer>(
  record: T,
  { request, now }: Moved,
  { afterwards, audited }: Move<T, Answer>,
  isRepetition: boolean,
): Promise<void> {
  await Promise.all([
    afterwards?.(record, isRepetition),
    audited && audit(request, now, { estateId: record.estateId, record: record._id, ...audited }),
  ])
}

function requireVisible<T extends OutboxRecord, Answer>(
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
  const firstAnswer = remembers ? await recall<Answer>(request) : undefined
  return firstAnswer ?? viewRepeated(record)
}
