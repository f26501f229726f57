/**
 * What this phone remembers of one purpose: when the person was last asked (ms since 1970), and what they
 * chose to be the answer every time.
 */
export interface Remembered {
  askedAt: number
  standing: 'accept' | 'reject' | null
}

/**
 * At most once in 7 days for the same purpose, unless the person taps to be notified (a figure of the issue).
 */
const pause = 7 * 86_400_000

/**
 * `silently`: the person has always accepted, and WeChat shows nothing; `ask`: WeChat asks now; `no`: WeChat
 * does not ask.
 * @param acts the person tapped “Remind me”, not just what they came for
 */
export function howToAsk(
  { askedAt, standing }: Remembered,
  now: number,
  acts: boolean,
): 'silently' | 'ask' | 'no' {
  if (standing === 'accept') return 'silently'
  if (acts) return 'ask'
  return standing === null && now - askedAt >= pause ? 'ask' : 'no'
}
