import { randomInt } from 'node:crypto'

/**
 * A quota is held by unique keys: each record takes one of a limited number of places, and gives it back by
 * setting the key to its own id. However many requests come at once, one of them gets the place.
 */

export const placeKey = (of: string, place: number): string => `${of}:${String(place)}`

/**
 * A place that is not among the keys taken; null when the quota is full, also when it was larger before and
 * the records hold more than it allows now. One of the free ones at random, so that requests at the same time
 * seldom meet.
 */
export function freePlace(taken: readonly string[], of: string, most: number): string | null {
  const keys = new Set(taken.filter(key => key.startsWith(`${of}:`)))
  if (keys.size >= most) return null
  const free = Array.from({ length: most }, (_, n) => placeKey(of, n)).filter(key => !keys.has(key))
  return free[randomInt(free.length)] ?? null
}
