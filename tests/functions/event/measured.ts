import { inHours } from '../support/times'
import type { Measured } from '../support/measured-calls'

const hour = 3_600_000

/** Every action of events. Calls that may cost more when repeated are made twice. */
export const measured: Measured = async ({ ok, again, upload, travel }) => {
  const cover = await upload('cover')
  const times = { startsAt: inHours(30), endsAt: inHours(32), signUpUntil: inHours(20) }
  const { id } = await again('demo-butler', 'event', 'publish', {
    title: '邻里晚餐',
    body: '一起吃饭',
    place: '会所',
    ...times,
    capacity: 1,
    cover,
    audience: { kind: 'buildings', ids: ['1', '44'] },
  })
  const { id: draft } = await again('demo-butler', 'event', 'publish', {
    title: '草稿',
    body: '还没定',
    place: '会所',
    ...times,
    capacity: 5,
    draft: true,
  })
  await again('demo-butler', 'event', 'release', { id: draft })
  await again('demo-butler', 'event', 'update', {
    id: draft,
    capacity: 6,
    place: '草坪',
    audience: { kind: 'roles', ids: ['owner'] },
  })
  for (const [who, when] of [
    ['demo-owner', 'upcoming'],
    ['demo-butler', 'upcoming'],
    ['demo-owner', 'past'],
    ['demo-owner', 'mine'],
  ])
    await ok(who ?? '', 'event', 'list', { when })
  await again('demo-owner', 'event', 'signUp', { id, party: 1 })
  await again('demo-owner-2', 'event', 'signUp', { id, party: 1 })
  await ok('demo-owner', 'event', 'get', { id })
  await again('demo-owner', 'event', 'withdraw', { id })
  await again('demo-owner-2', 'event', 'confirmHold', { id })
  const {
    items: [line],
  } = await ok('demo-butler', 'event', 'roster', { id })
  await travel(28 * hour)
  await again('demo-butler', 'event', 'checkIn', { id, code: line?.code ?? '' })
  await travel(0)
  await again('demo-butler', 'event', 'export', { id })
  await again('demo-butler', 'event', 'push', { id })
  const { scene } = await again('demo-butler', 'event', 'doorCode', { id })
  await ok('demo-owner-2', 'event', 'get', { scene })
  await again('demo-butler', 'event', 'cancel', { id: draft, reason: '下雨' })
  await travel(33 * hour)
  await again('demo-owner-2', 'event', 'rate', { id, stars: 5, comment: '很好' })
  await again('demo-butler', 'event', 'addPhotos', { id, photos: [await upload('photo')] })
  await travel(0)
}
