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

/**
 * Works on all of them, so many side by side, and ends when none is under way any more.
 * @throws what the first that failed threw
 */
export async function eachLimited<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items]
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift())
      await work(item).catch((error: unknown) => {
        failures.push(error)
      })
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
}
