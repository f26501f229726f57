/** Stored are draft, open and cancelled; closed (sign-up is over) and done follow from the time. */
export const statuses = ['draft', 'open', 'closed', 'done', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** Where somebody stands who has signed up. `held`: a seat is kept for them until they confirm it. */
export const placeStates = ['confirmed', 'held', 'waiting'] as const
export type PlaceState = (typeof placeStates)[number]

/** What the reader of an event may do with it now. */
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

/** How far ahead an event can be planned, and how long it can last; ours: beyond that it is a slip of the year. */
export const maxYearsAhead = 2
export const maxDays = 31

/** People are checked in from so many hours before it begins until so many after its end; ours: they come early, and the list is put in order the day after. */
export const checkInHours = { before: 3, after: 24 } as const

/** When an event is reminded of, and when it is asked how it was. */
export const reminders = ['dayBefore', 'hourBefore', 'afterwards'] as const
export type Reminder = (typeof reminders)[number]
