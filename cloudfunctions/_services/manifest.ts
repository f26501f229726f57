import type { Input } from '@domain/contract'
import type { Counted } from '@domain/desk/figures'
import type { Caller } from '@domain/kernel/people'
import type { Settings } from '@domain/settings'
import type { SetEstate } from '../_kit/estate'
import type { ExportKind } from '../_kit/export'
import type { Collection, Doc } from '../_kit/store'
import type { TimerTask } from '../_kit/timer-task'

/** The timer tasks of a service, run every minute. */
export interface TimerTasks {
  /** Clocks that ran out, holds that lapse, records that end: run before messages are delivered. */
  watch: readonly TimerTask[]
  /** Sums: run after messages are delivered. */
  count: readonly TimerTask[]
}

/**
 * A collection whose records the timer removes some days after their `at`, by the settings of their estate.
 */
export interface Retention {
  records: Collection<Doc & { at: string; estateId: string }>
  days: (settings: Settings) => number
}

/** A record that the figures count: on the day it was made, and again whenever it changes. */
export interface CountedRecord {
  _id: string
  estateId: string
  key: string
  changedKey: string
  createdAt: string
}
/**
 * Method syntax on purpose: each service counts its own kind of record, which only a bivariant member
 * accepts.
 */
export interface CountedRecords {
  records: Collection<CountedRecord>
  count(record: CountedRecord): Counted
}

type SheetName = Input<'desk', 'export'>['what']
/**
 * The spreadsheets of a service, by the name under which the desk exports them; made for a caller and an
 * estate.
 */
export type Sheets = Partial<Record<SheetName, (caller: Caller, estate: SetEstate) => ExportKind>>
