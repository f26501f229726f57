import type { Input } from '@domain/contract'
import type { Counted } from '@domain/desk/figures'
import type { Caller } from '@domain/kernel/people'
import type { Settings } from '@domain/settings'
import type { SetEstate } from '../_kit/estate'
import type { ExportKind } from '../_kit/export'
import type { Collection, Doc } from '../_kit/store'
import type { TimerTask } from '../_kit/timer-task'

/** What the timer does for a service every minute. */
export interface TimerTasks {
  /** Clocks that ran out, holds that lapse, records that end: before messages go out. */
  watch: readonly TimerTask[]
  /** Sums, once people have been notified. */
  count: readonly TimerTask[]
}

/**
 * A collection whose records the timer removes some days after their `at`, by the settings of their estate.
 */
export interface Retention {
  records: Collection<Doc & { at: string; estateId: string }>
  days(settings: Settings): number
}

/** A record that the figures count: by the day on which it was made, again whenever it changes. */
export interface CountedRecord {
  _id: string
  estateId: string
  key: string
  changedKey: string
  createdAt: string
}
export interface CountedRecords {
  records: Collection<CountedRecord>
  count(record: CountedRecord): Counted
}

type SheetName = Input<'desk', 'export'>['what']
/**
 * The spreadsheets of a service by the name under which the desk exports them, for this reader and estate.
 */
export type Sheets = Partial<Record<SheetName, (caller: Caller, estate: SetEstate) => ExportKind>>
