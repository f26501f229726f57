import { averages, type FigureName } from '@domain/desk/figure-names'
import type { Lang } from '@domain/kernel/words'
import { estateInstant, showSpan } from '@/i18n/when'

interface Sums {
  sum: number
  count: number
}
export const isShare = (figure: FigureName): boolean => !averages.includes(figure)
export const percentOf = ({ sum, count }: Sums): number =>
  count === 0 ? 0 : Math.round((1000 * sum) / count) / 10

/** A figure as text: percent, a duration, or points. */
export function showFigure(figure: FigureName, sums: Sums, lang: Lang): string {
  if (sums.count === 0) return '–'
  if (isShare(figure)) return `${String(percentOf(sums))}%`
  return figure === 'score'
    ? (Math.round((10 * sums.sum) / sums.count) / 10).toFixed(1)
    : showSpan((sums.sum / sums.count) * 60_000, lang)
}

/** Instants; `to` is exclusive. */
export interface Period {
  from: string
  to: string
}
/** `count` whole months in the estate's time zone, the last one being `last` (`2026-11`). */
export function monthsUpTo(last: string, count: number): Period {
  const [year = 0, month = 1] = last.split('-').map(Number)
  const first = (back: number): string => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 10)
  return { from: estateInstant(first(count), '00:00'), to: estateInstant(first(0), '00:00') }
}

interface Page<T> {
  items: T[]
  next: string | null
}
/** The most empty pages read before the user decides whether to go on. */
const emptyPages = 10
/** Reads pages until one has items: only few of a day's records may match. */
export const withRecords =
  <T>(read: (cursor?: string) => Promise<Page<T>>) =>
  async (cursor?: string): Promise<Page<T>> => {
    let page = await read(cursor)
    for (let n = 0; n < emptyPages && page.items.length === 0 && page.next !== null; n++)
      page = await read(page.next)
    return page
  }
