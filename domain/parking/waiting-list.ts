import type { Vehicle } from './contract'

/** A registration on the waiting list: the kind of vehicle, and the area. Empty: any area. */
export interface Waiting {
  vehicle: Vehicle
  area: string
}

/** Whether one space could serve both; then the earlier of them comes first. */
export const competeForSpace = (a: Waiting, b: Waiting): boolean =>
  a.vehicle === b.vehicle && (a.area === '' || b.area === '' || a.area === b.area)

/**
 * Each one's place on the waiting list of its area, from 1; `line` is the whole list in the order of
 * application.
 */
export const positionsIn = (line: readonly Waiting[]): number[] =>
  line.map((each, n) => 1 + line.slice(0, n).filter(earlier => competeForSpace(earlier, each)).length)
