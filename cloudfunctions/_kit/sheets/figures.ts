import { addUp, type Tally } from '@domain/desk/figures'
import { averages, promised } from '@domain/desk/figure-names'
import { dimensionWords, figureWords } from '@domain/desk/wording'
import type { ExportKind } from '../export'

const zh = 'zh-CN'

/** The figures of a period with their numerators and denominators. */
export const figuresSheet = (read: (period: { from: string; to: string }) => Promise<Tally[]>): ExportKind => ({
  name: 'figures',
  columns: [{ header: '指标', width: 24 }, { header: '分组' }, { header: '名称', width: 20 }, { header: '分子' }, { header: '分母' }, { header: '值' }, { header: '承诺（%）' }],
  async rows({ period }) {
    const tallies = await read(period)
    const names = new Map(tallies.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)))
    return addUp(tallies.flatMap(({ cells }) => cells)).sort((a, b) => a.figure.localeCompare(b.figure) || a.dimension.localeCompare(b.dimension)).map(({ figure, dimension, value, sum, count }) => [
      figureWords[figure][zh], dimensionWords[dimension][zh], dimension === 'person' ? names.get(value) ?? '' : value, sum, count,
      averages.includes(figure) ? Math.round(10 * sum / count) / 10 : Math.round(1000 * sum / count) / 10, dimension === 'all' ? promised[figure] ?? null : null,
    ])
  },
})
