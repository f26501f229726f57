/** A line of a sheet as a row to be validated; `line` is its number in the file, from 1. */
export interface Numbered {
  line: number
  row: Record<string, unknown>
}

/**
 * Reads the cells of a sheet as rows by its header line: a column can have any of its field's names, columns
 * can come in any order, and empty lines are left out. `missing`: the required columns that the header line
 * lacks.
 */
export function rowsOfTable<F extends string>(
  cells: readonly (readonly string[])[],
  headers: Record<F, readonly string[]>,
  needed: readonly NoInfer<F>[],
  valueOf: (field: F, cell: string) => unknown,
): { rows: Numbered[] } | { missing: F[] } {
  const head = (cells[0] ?? []).map(cell => cell.trim())
  const fields = Object.keys(headers) as F[]
  const at = new Map(fields.map(field => [field, head.findIndex(cell => headers[field].includes(cell))]))
  const missing = needed.filter(field => (at.get(field) ?? -1) < 0)
  if (missing.length > 0) return { missing: [...missing] }
  return {
    rows: cells.slice(1).flatMap((line, n) => {
      if (line.every(cell => cell === '')) return []
      const row = Object.fromEntries(
        fields.flatMap(field => {
          const cell = line[at.get(field) ?? -1]?.trim() ?? ''
          return cell === '' ? [] : [[field, valueOf(field, cell)]]
        }),
      )
      return [{ line: n + 2, row }]
    }),
  }
}
