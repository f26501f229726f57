import type { EventView } from '@domain/event/contract'
import type { Estate } from './estate'

type Ok = Estate['ok']
const hour = 3_600_000
export const inHours = (hours: number, from = Date.now()): string =>
  new Date(from + hours * hour).toISOString()

/** An event of the demonstration estate; by default for 50 people in three days, sign-up for two. */
export const anEvent = (ok: Ok, more: object = {}, who = 'demo-butler'): Promise<EventView> =>
  ok(who, 'event', 'publish', {
    title: '邻里晚餐',
    titleEn: 'Neighbours’ dinner',
    body: '带一道拿手菜',
    place: '会所一楼',
    placeEn: 'Clubhouse',
    startsAt: inHours(72),
    endsAt: inHours(75),
    signUpUntil: inHours(48),
    capacity: 50,
    ...more,
  })

/** Of an event at whose door people are checked in already, though one can still sign up. */
export const soon = () => ({ startsAt: inHours(2), endsAt: inHours(4), signUpUntil: inHours(1) })

/** Residents of the demonstration estate, each of a house: `resident-001` and on. */
export const residents = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, n) => `resident-${String(n + from).padStart(3, '0')}`)
