import type { Counted } from '@domain/desk/figures'
import type { Caller, Post } from '@domain/kernel/people'
import type { ServiceName, SheetsOf } from '@domain/services'
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

interface KeptForDays extends Doc {
  at: string
  estateId: string
}

/**
 * A collection whose records the timer removes some days after their `at`, by the settings of their estate.
 * Method syntax on purpose, as in `CountedRecords`.
 */
export interface Retention {
  records: Collection<KeptForDays>
  days: (settings: Settings) => number
  /** What the days are counted from, and who sets them, for docs/data-kept.md. */
  since: string
  /** The files that go with a record. */
  files(record: KeptForDays): readonly string[] | Promise<readonly string[]>
}
/** For records without files. */
export const noFiles = (): readonly string[] => []

/**
 * Where records of a service name files that people have uploaded, as field paths: a file is deleted only
 * with the last record that names it.
 */
export interface NamesFiles {
  records: Collection<Doc>
  paths: readonly string[]
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

/** A membership that has ended: the person no longer belongs to the house. */
export interface EndedMembership {
  estateId: string
  houseId: string
  openid: string
  /** The house has no members left. */
  isLast: boolean
}
/** A post that has ended: the person no longer holds it in the estate. */
export interface EndedPost {
  estateId: string
  openid: string
  post: Post
}

/**
 * What a service grants by a membership or a post, and takes back when it ends. Idempotent: the courier
 * repeats it until it has succeeded (docs/decisions/who-belongs-to-a-house.md).
 */
export interface RightsEnd {
  membership: readonly ((ended: EndedMembership, now: Date) => Promise<void>)[]
  post: readonly ((ended: EndedPost, now: Date) => Promise<void>)[]
}

type Sheet = (caller: Caller, estate: SetEstate) => ExportKind
/** The spreadsheets that the service names in domain, by name; each is made for a caller and an estate. */
export type Sheets<S extends ServiceName> = Readonly<Record<SheetsOf<S>, Sheet>>
