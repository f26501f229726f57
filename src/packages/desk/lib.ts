import { averages, type FigureName } from '@domain/desk/figure-names'
import { categoryWords as complaintWords } from '@domain/complaint/wording'
import { categoryWords as repairWords } from '@domain/repair/wording'
import type { Lang, Words } from '@domain/kernel/words'
import { showSpan } from '@/ui/when'

interface Sums { sum: number; count: number }
export const isShare = (figure: FigureName): boolean => !averages.includes(figure)
export const percentOf = ({ sum, count }: Sums): number => (count === 0 ? 0 : Math.round(1000 * sum / count) / 10)

/** A figure in the words of its kind: percent, a stretch of time, or points. */
export function showFigure(figure: FigureName, sums: Sums, lang: Lang): string {
  if (sums.count === 0) return '–'
  if (isShare(figure)) return `${String(percentOf(sums))} %`
  return figure === 'score' ? (Math.round(10 * sums.sum / sums.count) / 10).toFixed(1) : showSpan(sums.sum / sums.count * 60_000, lang)
}

/** `repair.water` in words. */
export function categoryName(value: string, lang: Lang): string {
  const [kind, name = ''] = value.split('.')
  const table = (kind === 'repair' ? repairWords : complaintWords) as Record<string, Words>
  return table[name]?.[lang] ?? value
}
