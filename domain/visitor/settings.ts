import { words, type Words } from '../kernel/words'

export interface Gate {
  id: string
  name: Words
}

/** What an estate sets for its gates. The plans name 60 seconds for a walk-in and 180 days for records; the rest is ours. */
export interface VisitorSettings {
  /** Days that passes and the log are kept after their end. */
  keepDays: number
  /** Passes that a house can have alive at once. */
  livePerHouse: number
  /** Minutes past the end before somebody who has not left is told of. */
  overstayMinutes: number
  /** Seconds that a household has to answer for a walk-in. */
  walkInSeconds: number
  /** Hours that a walk-in may stay. */
  walkInHours: number
  /** At most eight; a pass names them by their place in this list, so that new ones come last. */
  gates: readonly Gate[]
  /** How a guest finds the way, for the card. */
  way: Words
}

export const defaultVisitorSettings: VisitorSettings = {
  keepDays: 180,
  livePerHouse: 30,
  overstayMinutes: 30,
  walkInSeconds: 60,
  walkInHours: 4,
  gates: [{ id: 'main', name: words('大门', 'Main gate') }],
  way: words('请从大门进入，出示通行码', 'Come in by the main gate and show the code'),
}

/** Minutes after the household's silence in which the desk may decide about a walk-in; ours. */
export const deskMinutes = 15

/** Which gate of the list a name or id means; -1: none of them. */
export const gatePosition = (gates: readonly Gate[], named: string): number =>
  gates.findIndex(({ id, name }) => id === named || name['zh-CN'] === named || name.en === named)
