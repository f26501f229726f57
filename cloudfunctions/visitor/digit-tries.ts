import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { persons, type Person } from '../_kit/records'
import { op } from '../_kit/store'

/**
 * Wrong entries of six digits that a guard has within the window: with a million codes, guessing is
 * hopeless.
 */
const triesKept = 6
const windowMs = 10 * 60_000

/** @throws Refusal TOO_MANY with the seconds until the next entry is allowed */
export function refuseTooManyDigits(person: Person | null, now: Date): void {
  const oldest = person?.digitTries?.[triesKept - 1]?.split('~')[0]
  if (oldest === undefined || Date.parse(oldest) + windowMs <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words(
      '输错次数太多，请扫码，或稍后再试',
      'Too many wrong codes. Scan the QR code, or try again later.',
    ),
    retryAfter: Math.ceil((Date.parse(oldest) + windowMs - now.getTime()) / 1000),
  })
}

/** Whether this request has been counted before: sent again, it counts once. */
export const isCounted = (person: Person | null, requestKey: string): boolean =>
  person?.digitTries?.some(tried => tried.endsWith(`~${requestKey}`)) ?? false

export const countWrongDigits = (openid: string, now: Date, requestKey: string): Promise<boolean> =>
  persons.change(
    { _id: openid },
    { digitTries: op.push({ each: [`${now.toISOString()}~${requestKey}`], position: 0, slice: triesKept }) },
  )
