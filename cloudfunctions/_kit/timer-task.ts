/**
 * One thing the timer does every minute. It takes on a portion and ends well before the function's limit;
 * it answers what it did, by name.
 */
export type TimerTask = (now: Date) => Promise<Record<string, number>>

/** How many records one run takes on; the next minute goes on. */
export const portion = 100
