import { dayMs } from './wall'

/** An estate signs with a new key each quarter of 91 days, counted from 1970. `now` is ms since 1970. */
const quarterMs = 91 * dayMs
export const keyIdAt = (now: number): number => Math.floor(now / quarterMs)

/** The longest time from the creation of a pass to its end, in days. */
export const longestDays = 270

/**
 * The keys with which valid codes can be signed now: those of passes that are still valid, and the next one
 * for phones that are offline when the quarter changes.
 */
export const keyIdsInUse = (now: number): number[] => {
  const first = keyIdAt(now - longestDays * dayMs)
  return Array.from({ length: keyIdAt(now) + 2 - first }, (_, n) => first + n)
}
