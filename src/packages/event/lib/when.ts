import type { Lang } from '@domain/kernel/words'
import { estateDayAhead, showClock, showDay } from '@/i18n/when'

const weekdays: Record<Lang, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The estate's calendar day of an instant, `YYYY-MM-DD`. */
export const estateDayOf = (iso: string): string => estateDayAhead(0, Date.parse(iso))
const dateOf = (iso: string): Date => new Date(`${estateDayOf(iso)}T00:00:00Z`)

/** `明天 周五`, `11月27日 周五`; `Tomorrow, Fri`, `Fri 27 Nov`. */
export function showWeekday(iso: string, lang: Lang, now?: number): string {
  const day = showDay(iso, lang, now)
  const weekday = weekdays[lang][dateOf(iso).getUTCDay()] ?? ''
  if (lang !== 'en') return `${day} ${weekday}`
  return /\d/.test(day) ? `${weekday} ${day}` : `${day}, ${weekday}`
}

/** From start to end; the day appears once when both are on the same day. */
export function showStretch(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  lang: Lang,
  now?: number,
): string {
  const from = `${showWeekday(startsAt, lang, now)} ${showClock(startsAt)}`
  return estateDayOf(startsAt) === estateDayOf(endsAt)
    ? `${from}–${showClock(endsAt)}`
    : `${from} – ${showWeekday(endsAt, lang, now)} ${showClock(endsAt)}`
}

/** The leaf of a calendar. */
export function leafOf(iso: string, lang: Lang): { month: string; day: string } {
  const at = dateOf(iso)
  return {
    month: lang === 'en' ? (months[at.getUTCMonth()] ?? '') : `${String(at.getUTCMonth() + 1)}月`,
    day: String(at.getUTCDate()),
  }
}
