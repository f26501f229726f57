import type { Call, Demonstrate } from '../call'
import { resident } from '../people'
import { inDays } from '../times'

/** An event with free seats, and one with a waiting list. */
export const demonstrate: Demonstrate = async call => {
  await dinner(call)
  await pottery(call)
}

async function dinner(call: Call): Promise<void> {
  const { id } = await call('demo-butler', 'event', 'publish', {
    title: '邻里百家宴',
    titleEn: 'Neighbours’ dinner',
    body: '每家带一道拿手菜，会所准备主食和饮料。欢迎新邻居！',
    bodyEn: 'Bring your best dish; rice and drinks are provided. New neighbours welcome!',
    place: '会所一楼宴会厅',
    placeEn: 'Clubhouse, ground floor',
    location: { latitude: 37.4712, longitude: 121.4478 },
    startsAt: inDays(6),
    endsAt: inDays(6, 21),
    signUpUntil: inDays(5, 12),
    capacity: 60,
    perHouse: 6,
  })
  await call('demo-owner', 'event', 'signUp', { id, party: 3 })
  for (let n = 2; n <= 12; n++) await call(resident(n), 'event', 'signUp', { id, party: 1 + (n % 4) })
  await call('demo-butler', 'event', 'push', { id })
}

async function pottery(call: Call): Promise<void> {
  const { id } = await call('demo-butler', 'event', 'publish', {
    title: '亲子陶艺课',
    titleEn: 'Pottery for families',
    body: '老师带小朋友做一个杯子，烧好后送到家。',
    bodyEn: 'A teacher helps the children make a cup, which is delivered to your door after firing.',
    place: '会所二楼手工室',
    placeEn: 'Clubhouse, first floor',
    startsAt: inDays(3, 14),
    endsAt: inDays(3, 16),
    signUpUntil: inDays(2, 20),
    capacity: 8,
    perHouse: 3,
    partyMost: 3,
  })
  for (let n = 20; n < 26; n++) await call(resident(n), 'event', 'signUp', { id, party: 2 })
  await call('demo-owner-2', 'event', 'signUp', { id, party: 2 })
}
