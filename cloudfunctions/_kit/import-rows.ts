import { invalid, type Refusal } from '@domain/kernel/failure'
import type { Numbered } from '@domain/kernel/table'
import { say, type Lang, type Words } from '@domain/kernel/words'
import * as z from 'zod/mini'
import { fieldsOf } from './field-words'

/** How rows of one kind are told good from bad. */
interface Kind<R> { schema: z.ZodMiniType<R>; keyOf(row: R): string; keyField: string; again: Words; names: Record<string, Words> }
export interface Rejected { row: number; fields: Record<string, string> }
export interface Sorted<R> { good: Map<string, R>; lines: Map<string, number>; rejected: Rejected[] }

/** The good rows by their key, and the bad ones by their line with what is wrong in which column. */
export function sortRows<R>(rows: readonly Numbered[], { schema, keyOf, keyField, again, names }: Kind<R>, lang: Lang): Sorted<R> {
  const sorted: Sorted<R> = { good: new Map(), lines: new Map(), rejected: [] }
  for (const { line, row } of rows) {
    const parsed = z.safeParse(schema, row, { reportInput: true })
    const key = parsed.success ? keyOf(parsed.data) : ''
    if (!parsed.success) sorted.rejected.push(rejection(line, fieldsOf(parsed.error.issues), names, lang))
    else if (sorted.good.has(key)) sorted.rejected.push(rejection(line, { [keyField]: again }, names, lang))
    else {
      sorted.good.set(key, parsed.data)
      sorted.lines.set(key, line)
    }
  }
  return sorted
}

/** A line that is not taken, its faults under the names that the office uses. */
export const rejection = (row: number, faults: Record<string, Words>, names: Record<string, Words>, lang: Lang): Rejected =>
  ({ row, fields: Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, names[field] ? `${say(names[field], lang)}：${say(fault, lang)}` : say(fault, lang)])) })

/** @returns INVALID_INPUT on `fileID`, with the columns by the names that we print */
export function missingColumns<F extends string>(fields: readonly F[], headers: Record<F, readonly string[]>): Refusal {
  const names = fields.map(field => headers[field][0] ?? field)
  return invalid('fileID', `第一行缺少列：${names.join('、')}`, `The first line lacks: ${names.join(', ')}`)
}

/** Twenty at a time: the cloud answers so many side by side, and 10,000 rows end well before a function's 60 s. */
export async function abreast<T>(items: readonly T[], work: (item: T) => Promise<unknown>, wide = 20): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: wide }, lane))
}
