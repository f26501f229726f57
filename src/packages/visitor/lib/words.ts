import type { PassState, PassView } from '@domain/visitor/contract'
import type { Lang } from '@domain/kernel/words'
import { textsOf } from '@/i18n/texts'
import type { IconName, Tone } from '@/ui'
import { showClock, showDay, showTime } from '@/ui/when'
import { texts } from '../texts'

const say = textsOf(texts)

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
  n === 1 ? say(lang, 'personOne') : say(lang, 'peopleN', { n })

const two = (n: number): string => String(n).padStart(2, '0')
const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** When a pass admits, in a line. */
export function validWords(
  { from, to, weekdays, hours }: Pick<PassView, 'from' | 'to' | 'weekdays' | 'hours'>,
  lang: Lang,
): string {
  if (hours) {
    const days =
      weekdays.length === 7 || weekdays.length === 0
        ? ''
        : weekdays.map(day => say(lang, `d${day}` as 'd1')).join(lang === 'en' ? ', ' : '、')
    return [
      `${showDay(from, lang)} – ${showDay(to, lang)}`,
      days && (lang === 'en' ? days : `周${days}`),
      `${clockOf(hours.from)}–${clockOf(hours.to)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return showDay(from, lang) === showDay(to, lang)
    ? `${showDay(from, lang)} ${showClock(from)}–${showClock(to)}`
    : `${showTime(from, lang)} – ${showTime(to, lang)}`
}
