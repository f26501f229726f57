/** The value below which `share` (0..1) of the numbers lie; NaN without numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5)

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** A Markdown table for docs/bench.md: the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, n) => (n ? '---:' : '---'))), ...rows.map(line)].join('\n')
}
