import type { Vehicle } from './contract'

/** Who waits for a space: of which kind, and in which area. Empty: any area. */
export interface Waiting {
  vehicle: Vehicle
  area: string
}

/** Whether one space could serve both, so that the earlier of them comes first. */
export const competeForSpace = (a: Waiting, b: Waiting): boolean =>
  a.vehicle === b.vehicle && (a.area === '' || b.area === '' || a.area === b.area)

/** The place of each in the line of its area, from 1; `line` is in the order of asking, from its beginning. */
export const positionsIn = (line: readonly Waiting[]): number[] =>
  line.map((each, n) => 1 + line.slice(0, n).filter(earlier => competeForSpace(earlier, each)).length)
