import { setTimeout as sleep } from 'node:timers/promises'

const attempts = 6
/** Pause before the second attempt, in ms; it doubles, and chance keeps side-by-side attempts apart. */
const firstPause = 10

/**
 * Tries again what is harmless to do twice, while the database does not answer.
 * @throws what the last attempt threw
 */
export async function retry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts) throw error
      await sleep(firstPause * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}
