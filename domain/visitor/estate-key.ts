import { dayMs } from './wall'

/** An estate signs with a new key each quarter of a year; quarters are counted from 1970. */
const quarterMs = 91 * dayMs
export const keyIdAt = (now: number): number => Math.floor(now / quarterMs)

/** The longest that a pass may lie between its making and its end, in days. */
export const longestDays = 270

/** The keys that codes may be signed with now: those of passes still alive, and the next for a phone that stays offline past the turn. */
export const keyIdsInUse = (now: number): number[] => {
  const first = keyIdAt(now - longestDays * dayMs)
  return Array.from({ length: keyIdAt(now) + 2 - first }, (_, n) => first + n)
}
