import { otherResidents } from '../../tools/demo/people'
import { housesOne } from '../../tools/demo/estates'
import type { MeasureService } from '../bench'
import type { Call } from '../client'

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
const event = (n: number): object => ({
  title: `邻里晚餐 ${String(n)}`,
  body: '带一道拿手菜',
  place: '会所',
  startsAt: inDays(3 + n),
  endsAt: inDays(4 + n),
  signUpUntil: inDays(2 + n),
  capacity: 50,
})

/** All residents sign up for the same fifty seats. */
export const measureService: MeasureService = async ({ all, measure, same }) => {
  const made = (await measure(
    Array.from({ length: all }, (_, n): Call => ({
      as: 'demo-butler',
      fn: 'event',
      action: 'publish',
      input: event(n % 30),
    })),
  )) as { id: string }[]
  const id = made[0]?.id ?? ''
  const residents = otherResidents(housesOne)
    .slice(0, all)
    .map(({ _id }) => _id)
  await measure(
    residents.map((as): Call => ({ as, fn: 'event', action: 'signUp', input: { id, party: 1 } })),
    `(${String(residents.length)} for 50 seats)`,
  )
  await measure(same('demo-owner', 'event', 'get', { id }))
  await measure(same('demo-owner', 'event', 'list', { when: 'upcoming' }))
  await measure(
    residents.slice(0, 40).map((as): Call => ({ as, fn: 'event', action: 'withdraw', input: { id } })),
  )
  await measure(same('demo-butler', 'event', 'roster', { id, limit: 50 }))
}
