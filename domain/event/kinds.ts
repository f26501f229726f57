/**
 * Stored are draft, open and cancelled; closed (sign-up is over) and done (the event is over) follow from the
 * time.
 */
export const statuses = ['draft', 'open', 'closed', 'done', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** The state of a sign-up. `held`: a seat from the waiting list is kept until the resident confirms it. */
export const placeStates = ['confirmed', 'held', 'waiting'] as const
export type PlaceState = (typeof placeStates)[number]

/** The actions on an event; a view lists those that its reader may take now. */
export const actions = [
  'signUp',
  'withdraw',
  'confirmHold',
  'rate',
  'update',
  'release',
  'cancel',
  'push',
  'roster',
  'checkIn',
  'addPhotos',
  'again',
] as const
export type Action = (typeof actions)[number]

/**
 * How far ahead an event can be planned, and how long it can last; ours: beyond that the year is probably
 * mistyped.
 */
export const maxYearsAhead = 2
export const maxDays = 31

/**
 * Hours before the start and after the end in which people are checked in; ours: they come early, and the
 * desk completes the list the day after.
 */
export const checkInHours = { before: 3, after: 24 } as const

/** The reminders before an event, and the request for a rating after it. */
export const reminders = ['dayBefore', 'hourBefore', 'afterwards'] as const
export type Reminder = (typeof reminders)[number]
