import type { FigureView } from '@domain/desk/contract'
import { figureNames, promised } from '@domain/desk/figure-names'
import { addUp, type Cell, type Tally } from '@domain/desk/figures'
import { hasPost } from '@domain/kernel/people'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { readTallies } from '../_services/desk/read-tallies'
import { tallies } from '../_services/desk/records'

/** Reads the estate's figures; for the owners' committee without the names of the staff. */
export const readFigures = action('desk', 'figures', {
  async run({ input, caller }) {
    const estate = await readEstate(caller.estateId ?? '')
    const found = await readTallies(estate._id, input, estate.zone)
    const names = labelsOf(found, hasPost(caller, 'butler', 'manager'))
    const cells = addUp(found.flatMap(({ cells: each }) => each))
    return {
      countedAt:
        found
          .map(({ countedAt }) => countedAt)
          .sort()
          .pop() ?? null,
      figures: figureNames.map((figure): FigureView => {
        const whole = cells.find(cell => cell.figure === figure && cell.dimension === 'all')
        return {
          figure,
          sum: whole?.sum ?? 0,
          count: whole?.count ?? 0,
          promised: promised[figure],
          months: monthsOf(found, figure),
          by: partsOf(cells, figure, names),
        }
      }),
      entered: estate.settings.desk,
    }
  },
})

/** A person's openid → the value and label that the caller sees: name or, without names, a number. */
function labelsOf(
  found: readonly Tally[],
  withNames: boolean,
): Map<string, { value: string; label: string }> {
  const people = new Map(found.flatMap(({ people: each }) => each.map(({ id, name }) => [id, name] as const)))
  return new Map(
    [...people]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, name], n) => [
        id,
        withNames ? { value: id, label: name } : { value: String(n + 1), label: String(n + 1) },
      ]),
  )
}

function partsOf(
  cells: readonly Cell[],
  figure: string,
  names: ReturnType<typeof labelsOf>,
): FigureView['by'] {
  return cells
    .filter(cell => cell.figure === figure && cell.dimension !== 'all')
    .map(({ dimension, value, sum, count }) => {
      const person =
        dimension === 'person' ? (names.get(value) ?? { value: '', label: '' }) : { value, label: value }
      return { dimension, ...person, sum, count }
    })
    .sort((a, b) => a.dimension.localeCompare(b.dimension) || b.count - a.count)
}

function monthsOf(found: readonly Tally[], figure: string): FigureView['months'] {
  const months = new Map<string, { month: string; sum: number; count: number }>()
  for (const { key, cells } of found) {
    const month = key.slice(0, 7)
    const cell = cells.find(each => each.figure === figure && each.dimension === 'all')
    const before = months.get(month) ?? { month, sum: 0, count: 0 }
    months.set(month, { month, sum: before.sum + (cell?.sum ?? 0), count: before.count + (cell?.count ?? 0) })
  }
  return [...months.values()].sort((a, b) => a.month.localeCompare(b.month))
}

/**
 * Reads a month's response, completion, ratings and reopened repairs: the caller's own, for the manager
 * everybody's.
 */
export const readAppraisal = action('desk', 'appraisal', {
  async run({ input: { month }, caller }) {
    const [tally] = await tallies.find({ estateId: caller.estateId ?? '', key: month }, { limit: 1 })
    const people = (tally?.people ?? []).filter(
      ({ id }) => hasPost(caller, 'manager') || id === caller.openid,
    )
    return {
      items: people.map(({ id, name }) => ({
        id,
        name,
        figures: (tally?.cells ?? [])
          .filter(cell => cell.dimension === 'person' && cell.value === id)
          .map(({ figure, sum, count }) => ({ figure, sum, count })),
      })),
    }
  },
})
