import { invalid, type Refusal } from '@domain/kernel/failure'
import type { Mark } from '@domain/notice/outbox'
import { requests } from './records'

/**
 * A call is identified by its requestId. Sent again with the same action and input it gets the first answer.
 * The same id with another action or input is refused, because the caller would take one answer for the other
 * (docs/decisions/one-write.md).
 */

/** @throws Refusal INVALID_INPUT on `requestId` when the id was used for another action or input */
export function refuseAnotherUse(known: Partial<Mark>, request: Mark): void {
  // Marks from before actions and inputs were stored have neither.
  const { action = request.action, input = request.input } = known
  if (action !== request.action || input !== request.input) throw usedElsewhere()
}

/** The refusal of an id that was used for another request. */
export const usedElsewhere = (): Refusal =>
  invalid('requestId', '这个编号已用于另一个请求', 'Already used for another request')

/**
 * Whether a record has taken this request before.
 * @throws Refusal INVALID_INPUT on `requestId` when it was another request with the same id
 */
export function isRepeated(marks: readonly Mark[], request: Mark): boolean {
  const known = marks.find(({ key }) => key === request.key)
  if (known) refuseAnotherUse(known, request)
  return known !== undefined
}

/**
 * Stores a write's answer for a repetition. Best effort: without it a repetition is answered from the record
 * as it stands.
 * @param record the record that the answer shows, with which it is removed
 */
export async function remember<T>(request: Mark, data: T, now: Date, record?: string): Promise<T> {
  const { key, action, input = '' } = request
  const shows = record === undefined ? {} : { record }
  await requests.add({ _id: key, at: now.toISOString(), action, input, ...shows, data }).catch(() => false)
  return data
}

/**
 * Reads the answer that this request got before; undefined when none is stored.
 * @throws Refusal INVALID_INPUT on `requestId` when the answer belongs to another request with the same id
 */
export async function recall<T>(request: Mark): Promise<T | undefined> {
  const known = await requests.byId(request.key)
  if (known === null) return undefined
  refuseAnotherUse(known, request)
  // The mark names the action, so the stored answer has the type of that action.
  return known.data as T
}

/**
 * Makes a write of many records idempotent: none of them can carry its mark, so its stored answer stands for
 * it.
 */
export const answerOnce = async <T>(request: Mark, now: Date, work: () => Promise<T>): Promise<T> =>
  (await recall<T>(request)) ?? remember(request, await work(), now)
