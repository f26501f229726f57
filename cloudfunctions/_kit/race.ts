import { Refusal } from '@domain/kernel/failure'

/** How often a write that another one overtook is decided again. */
const mostTries = 6

/** What an attempt answers when another write was faster. */
export const overtaken = Symbol('overtaken')

/**
 * Decides and writes; when another write was faster, again on what stands then.
 * @throws Refusal CONFLICT when another write was faster each time
 */
export async function untilHeld<T, Answer>(
  first: T,
  reload: (was: T) => Promise<T>,
  attempt: (record: T) => Promise<Answer | typeof overtaken>,
): Promise<Answer> {
  let record = first
  for (let tries = 1; ; tries++) {
    const answer = await attempt(record)
    if (answer !== overtaken) return answer
    if (tries === mostTries) throw new Refusal('CONFLICT')
    record = await reload(record)
  }
}
