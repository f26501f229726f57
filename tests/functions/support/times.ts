const hour = 3_600_000

/** The instant this many hours after `from`, as an ISO string in UTC. */
export const inHours = (hours: number, from = Date.now()): string =>
  new Date(from + hours * hour).toISOString()

/** The instant this many days from now. */
export const inDays = (days: number): string => inHours(24 * days)
