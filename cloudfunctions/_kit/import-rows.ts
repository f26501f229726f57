import * as z from 'zod/mini'
import { invalid, type Refusal } from '@domain/kernel/failure'
import type { Numbered } from '@domain/kernel/table'
import { localize, type Lang, type Words } from '@domain/kernel/words'
import { describeIssues } from './describe-issues'

/**
 * The form of a row: its schema, the names of its columns, and, for a column that takes only certain words,
 * those words.
 */
interface Form<R> {
  schema: z.ZodMiniType<R>
  names: Record<string, Words>
  choices?: Record<string, Words>
}
/** How rows of one kind are checked; `again` is the fault of a row whose key an earlier row has. */
interface Kind<R> extends Form<R> {
  keyOf: (row: R) => string
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

/** Splits rows into those of the right form and the rejected ones, by line, with the fault of each column. */
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
    else {
      const { issues } = parsed.error
      const faults = { ...describeIssues(issues), ...describeChoices(issues, choices) }
      rejected.push(rejectRow(line, faults, names, lang))
    }
  }
  return { good, rejected }
}

/** The columns with a word that they do not take, each with the words that it takes. */
const describeChoices = (
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

/** The good rows by their key, and the rejected ones by line, with the fault of each column. */
export function sortRows<R>(
  rows: readonly Numbered[],
  { keyOf, keyField, again, ...form }: Kind<R>,
  lang: Lang,
): Sorted<R> {
  const checked = checkRows(rows, form, lang)
  const sorted: Sorted<R> = { good: new Map(), lines: new Map(), rejected: checked.rejected }
  for (const { line, row } of checked.good) {
    const key = keyOf(row)
    if (sorted.good.has(key)) sorted.rejected.push(rejectRow(line, { [keyField]: again }, form.names, lang))
    else {
      sorted.good.set(key, row)
      sorted.lines.set(key, line)
    }
  }
  return { ...sorted, rejected: sortByRow(sorted.rejected) }
}

export const sortByRow = (rejected: readonly Rejected[]): Rejected[] =>
  [...rejected].sort((a, b) => a.row - b.row)

/** What separates the name of a column from its fault. */
const colon: Record<Lang, string> = { 'zh-CN': '：', en: ': ' }

/** A rejected row, its faults under the column names that the office uses. */
export const rejectRow = (
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
 * Groups rows that compete for the same thing, directly or through other rows, in the order of the file.
 * Within a group they are worked on one after another, so that the first valid row gets the thing. Different
 * groups share nothing and can run concurrently.
 */
export function groupRivals<R>(rows: readonly R[], thingsOf: (row: R) => readonly string[]): R[][] {
  // Union-find: a thing without a parent is the root of its group.
  const parents = new Map<string, string>()
  const findRoot = (thing: string): string => {
    let root = thing
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    if (root !== thing) parents.set(thing, root)
    return root
  }
  for (const row of rows) {
    const [first = '', ...others] = thingsOf(row).map(findRoot)
    for (const other of others) if (other !== first) parents.set(other, first)
  }
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = findRoot(thingsOf(row)[0] ?? '')
    const known = groups.get(group)
    if (known) known.push(row)
    else groups.set(group, [row])
  }
  return [...groups.values()]
}

/** @returns INVALID_INPUT on `fileID`, which names the missing columns as our own template prints them */
export function missingColumns<F extends string>(
  fields: readonly F[],
  headers: Record<F, readonly string[]>,
): Refusal {
  const names = fields.map(field => headers[field][0] ?? field)
  return invalid('fileID', `第一行缺少列：${names.join('、')}`, `The first line lacks: ${names.join(', ')}`)
}

/** Rows that are written concurrently: 10,000 of them end well before a function's limit of 60 s. */
export const rowsAtOnce = 20
