/** The names of a repair's world; without schemas, so that a page can use them. */
export const statuses = [
  'submitted',
  'accepted',
  'assigned',
  'working',
  'finished',
  'closed',
  'cancelled',
] as const
export const places = ['house', 'public'] as const
export const urgencies = ['normal', 'urgent'] as const
export const categories = [
  'water',
  'drain',
  'electric',
  'gas',
  'lock',
  'window',
  'heating',
  'appliance',
  'wall',
  'lift',
  'lighting',
  'network',
  'other',
] as const
export const clockNames = ['accept', 'onSite', 'finish', 'verify'] as const
/** The moves on an order; a view of an order lists those that its reader may make now. */
export const moves = [
  'accept',
  'assign',
  'grab',
  'start',
  'quote',
  'decideQuote',
  'finish',
  'verify',
  'rate',
  'urge',
  'cancel',
  'merge',
  'contact',
] as const

export type Status = (typeof statuses)[number]
export type Category = (typeof categories)[number]
export type ClockName = (typeof clockNames)[number]
export type Move = (typeof moves)[number]
