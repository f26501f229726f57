import type { EventView } from '@domain/event/contract'
import type { Estate } from '../support/estate'
import { inHours } from '../support/times'

type Ok = Estate['ok']

/** Publishes an event of the demonstration estate: 50 seats, in three days, sign-up for two days. */
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

/** The times of an event that already checks people in while sign-up is still open. */
export const soon = () => ({ startsAt: inHours(2), endsAt: inHours(4), signUpUntil: inHours(1) })

/** Openids of the demonstration's residents, each with a house of their own: `resident-001` and so on. */
export const residents = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, n) => `resident-${String(n + from).padStart(3, '0')}`)

/** The error code of a reply, or `ok`. */
export const codeOf = async (reply: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const answer = await reply
  return answer.ok ? 'ok' : answer.error?.code
}
