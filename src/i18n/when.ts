import type { Lang } from '@domain/kernel/words'
import { useTexts } from './texts'

const two = (n: number): string => String(n).padStart(2, '0')
const minute = 60_000
const day = 86_400_000

/**
 * Minutes east of UTC at the estate: a resident abroad also sees the estate's time. Beijing's until the
 * estate is known.
 */
let offset = 480
export const setUtcOffset = (minutes = 480): void => {
  offset = minutes
}

const atEstate = (iso: string | number): Date => new Date(new Date(iso).getTime() + offset * minute)
const dayNumber = (at: Date): number => Math.floor(at.getTime() / day)

/** `今天 14:30`, `11月24日 09:00`; `Today 14:30`, `24 Nov 09:00`. */
export function showTime(iso: string, lang: Lang, now: number = Date.now()): string {
  const at = atEstate(iso)
  return `${showDay(iso, lang, now)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function showDay(iso: string, lang: Lang, now: number = Date.now()): string {
  const at = atEstate(iso)
  const far = dayNumber(at) - dayNumber(atEstate(now))
  const t = useTexts.in(lang)
  if (far === 0) return t('today')
  if (far === 1) return t('tomorrow')
  if (far === -1) return t('yesterday')
  const year = at.getUTCFullYear()
  const thisYear = year === atEstate(now).getUTCFullYear()
  if (lang === 'en') return `${at.getUTCDate()} ${months[at.getUTCMonth()]}${thisYear ? '' : ` ${year}`}`
  return `${thisYear ? '' : `${year}年`}${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
}

export const showClock = (iso: string): string => {
  const at = atEstate(iso)
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** The estate's calendar day `ahead` days from now, `YYYY-MM-DD`. */
export const estateDayAhead = (ahead: number, now: number = Date.now()): string =>
  atEstate(now + ahead * day)
    .toISOString()
    .slice(0, 10)

/** The instant of a date and time at the estate. */
export const estateInstant = (date: string, time: string): string =>
  new Date(Date.parse(`${date}T${time}:00Z`) - offset * minute).toISOString()

/** A duration as text, to its two largest units. */
export function showSpan(ms: number, lang: Lang): string {
  const t = useTexts.in(lang)
  const minutes = Math.floor(Math.abs(ms) / minute)
  if (minutes < 1) return t('moment')
  if (minutes < 60) return t('minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24)
    return minutes % 60 ? t('hoursMinutes', { h: hours, m: minutes % 60 }) : t('hours', { n: hours })
  if (hours >= 72) return t('days', { n: Math.round(minutes / 1440) })
  const days = Math.floor(hours / 24)
  if (hours % 24) return t('daysHours', { d: days, h: hours % 24 })
  return days === 1 ? t('oneDay') : t('days', { n: days })
}

/** `¥1,280.00`; amounts are fen. */
export const showMoney = (fen: number): string =>
  `¥${Math.floor(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')}.${two(fen % 100)}`
