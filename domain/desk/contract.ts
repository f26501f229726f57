import * as z from 'zod/mini'
import { cursor, empty, id, instant, limit, openid, page, read, write } from '../kernel/wire'
import { sheets, todoKinds, type SheetName } from '../services'
import { dimensions, figureNames } from './figure-names'

const bothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() })

/** An audit entry: who did what to which record, without its contents. */
const auditEntry = z.object({
  id,
  at: instant,
  by: z.string(),
  /** The kind of the entry, `<service>.<name>`, and how it reads. */
  did: z.string(),
  what: bothLanguages,
  record: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

const todoKind = z.enum(Object.values(todoKinds).flatMap(kinds => [...kinds]))
const todo = z.object({
  kind: todoKind,
  id: z.string(),
  /** What it is, such as a category. */
  what: bothLanguages,
  about: z.string(),
  house: z.string(),
  /** The promise that runs out first; null: none. */
  dueAt: z.nullable(instant),
  urgent: z.boolean(),
  since: instant,
  /** The page on which to deal with it. */
  link: z.string(),
})
export type TodoItem = z.infer<typeof todo>

const figure = z.enum(figureNames)
const period = { from: instant, to: instant }
const sums = { sum: z.int(), count: z.int() }
const figureView = z.object({
  figure,
  ...sums,
  promised: z.nullable(z.int()),
  months: z.array(z.object({ month: z.string(), ...sums })),
  /** A person is labelled by name, or for the owners' committee by a number. */
  by: z.array(z.object({ dimension: z.enum(dimensions), value: z.string(), label: z.string(), ...sums })),
})
export type FigureView = z.infer<typeof figureView>
const figureRecord = z.object({
  kind: z.enum(['repair', 'complaint']),
  id,
  no: z.string(),
  category: z.string(),
  house: z.nullable(z.string()),
  at: instant,
  sum: z.int(),
  count: z.int(),
  /** The page of the record; null when the caller may not open it. */
  link: z.nullable(z.string()),
})
export type FigureRecord = z.infer<typeof figureRecord>
const appraised = z.object({ id: openid, name: z.string(), figures: z.array(z.object({ figure, ...sums })) })
// `Object.keys` forgets which keys there are.
const sheetName = z.enum(Object.values(sheets).flatMap(each => Object.keys(each) as SheetName[]))

export const deskContract = {
  /**
   * Numerators and denominators of the estate's days in a period, kept up to date by the timer; `countedAt`:
   * its last round that found changes.
   */
  figures: read(
    z.strictObject(period),
    z.object({
      countedAt: z.nullable(instant),
      figures: z.array(figureView),
      /**
       * What no record holds and the manager enters: percent, numbers, a day. Zero and empty: not entered.
       */
      entered: z.object({
        greenCover: z.int(),
        facilities: z.int(),
        facilitiesInOrder: z.int(),
        statementOn: z.string(),
      }),
    }),
  ),
  /** The records behind a figure; a page can be short when few of a day's records count. */
  figureList: read(
    z.strictObject({
      figure,
      ...period,
      dimension: z.optional(z.enum(dimensions)),
      value: z.optional(z.string().check(z.maxLength(64))),
      missed: z.optional(z.boolean()),
      cursor,
      limit,
    }),
    page(figureRecord),
  ),
  /** The figures of a month: the caller's own, or for a manager those of all staff. */
  appraisal: read(
    z.strictObject({ month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)) }),
    z.object({ items: z.array(appraised) }),
  ),
  export: write(
    z.strictObject({ what: sheetName, ...period }),
    z.object({
      fileID: z.string(),
      address: z.string(),
      /** The sheet is full: it holds the newest records only. */
      cut: z.boolean(),
    }),
  ),
  /**
   * What waits for the caller, most urgent first: of each kind the twenty that are due first; `more`: there
   * are others.
   */
  todo: read(empty, z.object({ items: z.array(todo), more: z.boolean() })),
  audit: read(
    z.strictObject({ from: instant, to: instant, who: z.optional(openid), cursor, limit }),
    page(auditEntry),
  ),
}
