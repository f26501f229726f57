/**
 * A task that the timer runs every minute. It works on one portion, so that it ends well before the
 * function's limit, and returns its counts by name.
 */
export type TimerTask = (now: Date) => Promise<Record<string, number>>

/** Records that one run works on; the next run continues. */
export const portion = 100
