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

/** A figure in the words of its kind: percent, a stretch of time, or points. */
export function showFigure(figure: FigureName, sums: Sums, lang: Lang): string {
  if (sums.count === 0) return '–'
  if (isShare(figure)) return `${String(percentOf(sums))}%`
  return figure === 'score'
    ? (Math.round((10 * sums.sum) / sums.count) / 10).toFixed(1)
    : showSpan((sums.sum / sums.count) * 60_000, lang)
}

/** Instants; the end does not belong to it. */
export interface Period {
  from: string
  to: string
}
/** A number of whole months at the estate that ends with the month `last` (`2026-11`). */
export function monthsUpTo(last: string, count: number): Period {
  const [year = 0, month = 1] = last.split('-').map(Number)
  const first = (back: number): string => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 10)
  return { from: estateInstant(first(count), '00:00'), to: estateInstant(first(0), '00:00') }
}

interface Page<T> {
  items: T[]
  next: string | null
}
/** Pages that were looked through without a find before the person is asked whether to go on. */
const emptyPages = 10
/** Reads on until a page has something on it: of a day's records few may count. */
export const withRecords =
  <T>(read: (cursor?: string) => Promise<Page<T>>) =>
  async (cursor?: string): Promise<Page<T>> => {
    let page = await read(cursor)
    for (let n = 0; n < emptyPages && page.items.length === 0 && page.next !== null; n++)
      page = await read(page.next)
    return page
  }
