import type { PassState, PassView } from '@domain/visitor/contract'
import type { Lang } from '@domain/kernel/words'
import type { IconName, Tone } from '@/ui'
import { showClock, showDay, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

export const stateLooks: Record<PassState, [Tone, IconName]> = {
  upcoming: ['info', 'clock'],
  active: ['good', 'check'],
  inside: ['info', 'pin'],
  used: ['quiet', 'check'],
  expired: ['quiet', 'clock'],
  revoked: ['quiet', 'close'],
  blocked: ['bad', 'alert'],
  asked: ['warn', 'bell'],
  refused: ['quiet', 'close'],
  lapsed: ['quiet', 'clock'],
}

export const peopleWords = (n: number, lang: Lang): string =>
  useTexts.in(lang)(n === 1 ? 'personOne' : 'peopleN', { n })

const two = (n: number): string => String(n).padStart(2, '0')
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** The weekdays of a pass that comes regularly; empty when it holds every day. */
function weekdayWords(weekdays: readonly number[], lang: Lang): string {
  if (weekdays.length === 7 || weekdays.length === 0) return ''
  const names = weekdays.map(day => useTexts.in(lang)(`d${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`))
  return lang === 'en' ? names.join(', ') : `周${names.join('、')}`
}

/** When a pass admits, in a line. */
export function validWords(
  { from, to, weekdays, hours }: Pick<PassView, 'from' | 'to' | 'weekdays' | 'hours'>,
  lang: Lang,
): string {
  if (hours)
    return [
      `${showDay(from, lang)} – ${showDay(to, lang)}`,
      weekdayWords(weekdays, lang),
      `${clockOf(hours.from)}–${clockOf(hours.to)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return showDay(from, lang) === showDay(to, lang)
    ? `${showDay(from, lang)} ${showClock(from)}–${showClock(to)}`
    : `${showTime(from, lang)} – ${showTime(to, lang)}`
}
