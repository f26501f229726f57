import { invalid } from '@domain/kernel/failure'
import type { Mark } from '@domain/notice/outbox'
import { requests } from './records'

/**
 * A call is known by its requestId. Sent again with the same action and input it answers as the first time;
 * the
 * same id with another action or another input is refused, because the caller would take one answer for
 * another's
 * (docs/decisions/one-write.md).
 */

/** @throws Refusal INVALID_INPUT on `requestId` when the id stood for another action, or for another input */
export function refuseAnotherUse(known: Partial<Mark>, request: Mark): void {
  // What was written before actions and inputs were kept has none.
  const { action = request.action, input = request.input } = known
  if (action === request.action && input === request.input) return
  throw invalid('requestId', '这个编号已用于另一个请求', 'Already used for another request')
}

/**
 * Whether a record has taken this request already.
 * @throws Refusal INVALID_INPUT on `requestId` when it was another request with the same id
 */
export function isRepeated(marks: readonly Mark[], request: Mark): boolean {
  const known = marks.find(({ key }) => key === request.key)
  if (known) refuseAnotherUse(known, request)
  return known !== undefined
}

/**
 * Keeps a write's answer for a repetition. Best effort: where it is lost, the record as it stands is
 * answered.
 */
export async function remember<T>(request: Mark, data: T, now: Date): Promise<T> {
  const { key, action, input = '' } = request
  await requests.add({ _id: key, at: now.toISOString(), action, input, data }).catch(() => false)
  return data
}

/**
 * The answer that this request got before; undefined when it is not known.
 * @throws Refusal INVALID_INPUT on `requestId` when it was the answer to another request with the same id
 */
export async function remembered<T>(request: Mark): Promise<T | undefined> {
  const known = await requests.byId(request.key)
  if (known === null) return undefined
  refuseAnotherUse(known, request)
  // What a request answered has the type that its action answers.
  return known.data as T
}

/** A write of many records, none of which could carry its mark: it is known by its answer. */
export const answerOnce = async <T>(request: Mark, now: Date, work: () => Promise<T>): Promise<T> =>
  (await remembered<T>(request)) ?? remember(request, await work(), now)
