import { setTimeout as sleep } from 'node:timers/promises'

const attempts = 6
/** Base of the pauses, in ms. They double, and a random factor keeps concurrent attempts apart. */
const basePause = 10

/**
 * Repeats idempotent work, up to six attempts, while the database does not answer.
 * @throws what the last attempt threw
 */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts) throw error
      await sleep(basePause * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}
