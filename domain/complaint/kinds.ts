/** The names of a complaint's world; without schemas, so that a page can use them. */
export const statuses = [
  'submitted',
  'accepted',
  'handling',
  'resolved',
  'called_back',
  'closed',
  'withdrawn',
  'invalid',
] as const
export const categories = [
  'service',
  'repair',
  'security',
  'cleaning',
  'noise',
  'parking',
  'facility',
  'charge',
  'person',
  'other',
] as const
export const subjects = ['place', 'repair', 'charge', 'person'] as const
export const clockNames = ['acknowledge', 'answer', 'callBack'] as const
/** The moves on a complaint; a view lists those that its reader may make now. */
export const moves = [
  'accept',
  'progress',
  'resolve',
  'invalidate',
  'callBack',
  'answer',
  'reopen',
  'withdraw',
  'close',
  'contact',
  'reveal',
] as const

/** The roles that are notified when a clock runs out. */
export const escalationRoles = ['butler', 'manager', 'committee'] as const

export type Status = (typeof statuses)[number]
export type Category = (typeof categories)[number]
export type ClockName = (typeof clockNames)[number]
export type Move = (typeof moves)[number]
export type EscalationRole = (typeof escalationRoles)[number]
