import { Refusal } from '@domain/kernel/failure'

/** Attempts, each decided anew, before a write gives up. */
const mostAttempts = 6

/** What an attempt returns when another write was faster. */
export const overtaken = Symbol('overtaken')

/**
 * Decides and writes; after a lost race it reloads the record and tries again.
 * @throws Refusal CONFLICT when another write was faster each time
 */
export async function retryOvertaken<T, Answer>(
  first: T,
  reload: (before: T) => Promise<T>,
  attempt: (record: T) => Promise<Answer | typeof overtaken>,
): Promise<Answer> {
  let record = first
  for (let attempts = 1; ; attempts++) {
    const answer = await attempt(record)
    if (answer !== overtaken) return answer
    if (attempts === mostAttempts) throw new Refusal('CONFLICT')
    record = await reload(record)
  }
}
