import { words, type Words } from '../kernel/words'

export interface Gate {
  id: string
  name: Words
}

/**
 * An estate's settings for its gates. The plans name 60 seconds for a walk-in and 180 days for records; the
 * rest is ours.
 */
export interface VisitorSettings {
  /** Days that passes and the log are kept after their end. */
  keepDays: number
  /** How many live passes a house can have at once. */
  livePerHouse: number
  /** Minutes after the end of a visit until host and butler are notified that the guest has not left. */
  overstayMinutes: number
  /** Seconds that a household has to decide on a walk-in. */
  walkInSeconds: number
  /** Hours that a walk-in may stay. */
  walkInHours: number
  /** At most eight; a pass stores their positions in this list, so new ones are added at the end. */
  gates: readonly Gate[]
  /** Directions for guests, shown on the card. */
  way: Words
}

export const defaultVisitorSettings: VisitorSettings = {
  keepDays: 180,
  livePerHouse: 30,
  overstayMinutes: 30,
  walkInSeconds: 60,
  walkInHours: 4,
  gates: [{ id: 'main', name: words('大门', 'Main gate') }],
  way: words('请从大门进入，出示通行码', 'Enter by the main gate and show your code'),
}

/** Minutes in which the desk may decide on a walk-in that the household has not answered; ours. */
export const deskMinutes = 15

/** The position of a gate in the list, by name or id; -1: not in it. */
export const gatePosition = (gates: readonly Gate[], named: string): number =>
  gates.findIndex(({ id, name }) => id === named || name['zh-CN'] === named || name.en === named)
