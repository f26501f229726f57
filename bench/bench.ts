import type { Call } from './client'

/** What a service measures itself with. */
export interface Bench {
  /** The number of calls that one `measure` needs. */
  all: number
  /** Makes calls that are not measured, one after the other, and returns their data in order. */
  prepare: (calls: readonly Call[]) => Promise<unknown[]>
  /**
   * Makes these calls of one action, records what they cost and returns their data in order. `detail` is
   * added to the action's name.
   */
  measure: (calls: readonly Call[], detail?: string) => Promise<unknown[]>
  /** The same call as often as `measure` needs it. */
  same: (as: string, fn: string, action: string, input?: object) => Call[]
}

/** Measures the actions of one service. Each file of bench/services exports one as `measureService`. */
export type MeasureService = (bench: Bench) => Promise<void>
