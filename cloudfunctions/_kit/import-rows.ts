import * as z from 'zod/mini'
import { invalid, type Refusal } from '@domain/kernel/failure'
import type { Numbered } from '@domain/kernel/table'
import { localize, type Lang, type Words } from '@domain/kernel/words'
import { describeIssues } from './describe-issues'

/**
 * What a row has to look like, what its columns are called, and of those that take certain words alone,
 * which.
 */
interface Form<R> {
  schema: z.ZodMiniType<R>
  names: Record<string, Words>
  choices?: Record<string, Words>
}
/** How rows of one kind are told good from bad. */
interface Kind<R> extends Form<R> {
  keyOf(row: R): string
  keyField: string
  again: Words
}
export interface Rejected {
  row: number
  fields: Record<string, string>
}
export interface Sorted<R> {
  good: Map<string, R>
  lines: Map<string, number>
  rejected: Rejected[]
}

/** The rows that have the right form, and the others by their line with what is wrong in which column. */
export function checkRows<R>(
  rows: readonly Numbered[],
  { schema, names, choices = {} }: Form<R>,
  lang: Lang,
): { good: { line: number; row: R }[]; rejected: Rejected[] } {
  const good: { line: number; row: R }[] = []
  const rejected: Rejected[] = []
  for (const { line, row } of rows) {
    const parsed = z.safeParse(schema, row, { reportInput: true })
    if (parsed.success) good.push({ line, row: parsed.data })
    else
      rejected.push(
        rejection(
          line,
          { ...describeIssues(parsed.error.issues), ...unchosen(parsed.error.issues, choices) },
          names,
          lang,
        ),
      )
  }
  return { good, rejected }
}

/** Columns with a word that they do not take, and the words that they do. */
const unchosen = (
  issues: readonly z.core.$ZodIssue[],
  choices: Record<string, Words>,
): Record<string, Words> =>
  Object.fromEntries(
    issues.flatMap(({ code, path }) => {
      const field = path.join('.')
      const allowed = code === 'invalid_value' && Object.hasOwn(choices, field) ? choices[field] : undefined
      return allowed ? [[field, allowed]] : []
    }),
  )

/** The good rows by their key, and the bad ones by their line with what is wrong in which column. */
export function sortRows<R>(
  rows: readonly Numbered[],
  { keyOf, keyField, again, ...form }: Kind<R>,
  lang: Lang,
): Sorted<R> {
  const checked = checkRows(rows, form, lang)
  const sorted: Sorted<R> = { good: new Map(), lines: new Map(), rejected: checked.rejected }
  for (const { line, row } of checked.good) {
    const key = keyOf(row)
    if (sorted.good.has(key)) sorted.rejected.push(rejection(line, { [keyField]: again }, form.names, lang))
    else {
      sorted.good.set(key, row)
      sorted.lines.set(key, line)
    }
  }
  return { ...sorted, rejected: sortByRow(sorted.rejected) }
}

export const sortByRow = (rejected: readonly Rejected[]): Rejected[] =>
  [...rejected].sort((a, b) => a.row - b.row)

/** How a name stands before what is said of it. */
const colon: Record<Lang, string> = { 'zh-CN': '：', en: ': ' }

/** A line that is not taken, its faults under the names that the office uses. */
export const rejection = (
  row: number,
  faults: Record<string, Words>,
  names: Record<string, Words>,
  lang: Lang,
): Rejected => ({
  row,
  fields: Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [
      field,
      names[field]
        ? localize(names[field], lang) + colon[lang] + localize(fault, lang)
        : localize(fault, lang),
    ]),
  ),
})

/**
 * Rows that are after the same thing, directly or through others, in the order of the file: one after
 * another, so that the
 * first that can be taken gets it. Rows of different groups have nothing in common and can go side by side.
 */
export function groupRivals<R>(rows: readonly R[], thingsOf: (row: R) => readonly string[]): R[][] {
  const above = new Map<string, string>()
  const top = (thing: string): string => {
    let at = thing
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    if (at !== thing) above.set(thing, at)
    return at
  }
  for (const row of rows) {
    const [first = '', ...others] = thingsOf(row).map(top)
    for (const other of others) if (other !== first) above.set(other, first)
  }
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = top(thingsOf(row)[0] ?? '')
    const known = groups.get(group)
    if (known) known.push(row)
    else groups.set(group, [row])
  }
  return [...groups.values()]
}

/** @returns INVALID_INPUT on `fileID`, with the columns by the names that we print */
export function missingColumns<F extends string>(
  fields: readonly F[],
  headers: Record<F, readonly string[]>,
): Refusal {
  const names = fields.map(field => headers[field][0] ?? field)
  return invalid('fileID', `第一行缺少列：${names.join('、')}`, `The first line lacks: ${names.join(', ')}`)
}

/** Rows that are written side by side: 10,000 of them end well before a function's 60 s. */
export const rowsAtOnce = 20
