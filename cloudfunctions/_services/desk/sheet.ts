import { averages, promised } from '@domain/desk/figure-names'
import { addUp, type Cell, type Tally } from '@domain/desk/figures'
import { categoryOf, dimensionWords, figureWords, noBuilding, unitOf } from '@domain/desk/wording'
import type { ExportKind } from '../../_kit/export'

const zh = 'zh-CN'

/** The figures of a period with their numerators and denominators. */
export const figuresSheet = (
  read: (period: { from: string; to: string }) => Promise<Tally[]>,
): ExportKind => ({
  name: 'figures',
  columns: [
    { header: '指标', width: 24 },
    { header: '分组' },
    { header: '名称', width: 24 },
    { header: '分子' },
    { header: '分母' },
    { header: '值' },
    { header: '单位' },
    { header: '承诺（%）' },
  ],
  async rows({ period }) {
    const tallies = await read(period)
    const names = new Map(tallies.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)))
    return addUp(tallies.flatMap(({ cells }) => cells))
      .sort((a, b) => a.figure.localeCompare(b.figure) || a.dimension.localeCompare(b.dimension))
      .map(cell => [
        figureWords[cell.figure][zh],
        dimensionWords[cell.dimension][zh],
        nameOf(cell, names),
        cell.sum,
        cell.count,
        Math.round(((averages.includes(cell.figure) ? 10 : 1000) * cell.sum) / cell.count) / 10,
        unitOf(cell.figure)[zh],
        cell.dimension === 'all' ? promised[cell.figure] : null,
      ])
  },
})

function nameOf({ dimension, value }: Cell, names: ReadonlyMap<string, string>): string {
  if (dimension === 'person') return names.get(value) ?? ''
  if (dimension === 'category') return categoryOf(value)[zh]
  return dimension === 'building' && value === '' ? noBuilding[zh] : value
}
