import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { persons, type Person } from '../_kit/records'
import { op } from '../_kit/store'

/**
 * Wrong six digits that a guard can type within the window: one pass in a million digits, so guessing stays
 * hopeless.
 */
const triesKept = 6
const windowMs = 10 * 60_000

/** @throws Refusal TOO_MANY with the seconds that are left */
export function refuseTooManyDigits(person: Person | null, now: Date): void {
  const oldest = person?.digitTries?.[triesKept - 1]
  if (oldest === undefined || Date.parse(oldest) + windowMs <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words('输错次数太多，请扫码，或稍后再试', 'Too many wrong digits; scan the code, or wait'),
    retryAfter: Math.ceil((Date.parse(oldest) + windowMs - now.getTime()) / 1000),
  })
}

export const countWrongDigits = (openid: string, now: Date): Promise<boolean> =>
  persons.change(
    { _id: openid },
    { digitTries: op.push({ each: [now.toISOString()], position: 0, slice: triesKept }) },
  )
