import { eventually, startEstate, type Estate } from '../support/estate'
import { anEvent, codeOf, residents } from './support'
import { inHours } from '../support/times'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(async () => {
  await estate.post('/time', { offsetMs: 0 })
})

const hour = 3_600_000
const titlesOf = async (who: string): Promise<string[]> =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(({ title }) => title)
const count = async (who: string, title: string): Promise<number> =>
  (await titlesOf(who)).filter(each => each === title).length
const signUp = (who: string, id: string, party = 1) => estate.ok(who, 'event', 'signUp', { id, party })

test('a new time and a cancellation reach all who signed up, waiting ones too, and nobody else', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 1 })
  await signUp('resident-001', id)
  await signUp('resident-002', id)
  const mine = async (who: string): Promise<string[]> =>
    (await estate.ok(who, 'event', 'list', { when: 'mine' })).items.map(event => event.id)
  expect([await mine('resident-001'), await mine('resident-002'), await mine('resident-003')]).toEqual([
    [id],
    [id],
    [],
  ])
  await estate.ok('demo-butler', 'event', 'update', { id, body: '改了说明' })
  await estate.ok('demo-butler', 'event', 'update', { id, startsAt: inHours(73), endsAt: inHours(76) })
  for (const who of ['resident-001', 'resident-002'])
    await eventually(async () => (await count(who, '活动有变动')) === 1)
  await estate.ok('demo-butler', 'event', 'cancel', { id, reason: '下雨' })
  for (const who of ['resident-001', 'resident-002'])
    await eventually(async () => (await count(who, '活动已取消')) === 1)
  expect(await titlesOf('resident-003')).toEqual([])
  expect(await codeOf(estate.as('resident-003', 'event', 'signUp', { id, party: 1 }))).toBe('CONFLICT')
  expect(await estate.ok('resident-001', 'event', 'get', { id })).toMatchObject({
    status: 'cancelled',
    reason: '下雨',
  })
})

test('more people than one call can notify: each is notified once', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 90 })
  const many = residents(90, 101)
  await Promise.all(many.map(who => signUp(who, id)))
  await estate.ok('demo-butler', 'event', 'cancel', { id })
  await eventually(async () => {
    await estate.post('/tick')
    return (await Promise.all(many.map(who => count(who, '活动已取消')))).every(times => times === 1)
  })
  await estate.post('/tick')
  expect((await Promise.all(many.map(who => count(who, '活动已取消')))).every(times => times === 1)).toBe(
    true,
  )
})

test('those with a seat are reminded once a day before and once an hour before, and asked for a rating afterwards', async () => {
  const { id } = await anEvent(estate.ok, {
    capacity: 1,
    startsAt: inHours(30),
    endsAt: inHours(32),
    signUpUntil: inHours(20),
  })
  await estate.ok('resident-011', 'notice', 'consent', { results: { eventNews: 'accept' } })
  await signUp('resident-011', id)
  await signUp('resident-012', id)
  const at = async (hours: number): Promise<string[]> => {
    await estate.post('/time', { offsetMs: hours * hour })
    for (let times = 0; times < 3; times++) await estate.post('/tick')
    return (await titlesOf('resident-011')).reverse()
  }
  expect(await at(5)).toEqual([])
  expect(await at(6.1)).toEqual(['活动明天开始'])
  expect(await at(20)).toEqual(['活动明天开始'])
  expect(await at(29.1)).toEqual(['活动明天开始', '活动一小时后开始'])
  expect(await at(32.1)).toEqual(['活动明天开始', '活动一小时后开始', '活动怎么样？请评个分'])
  expect(await titlesOf('resident-012')).toEqual([])
  // One accept, one message: the first reminder took it.
  expect((await estate.get<unknown[]>('/outbox?openid=resident-011')).length).toBe(1)
  const rated = await estate.ok('resident-011', 'event', 'rate', { id, stars: 4, comment: '不错' })
  expect([rated.rating, rated.mine?.stars]).toEqual([{ stars: 4, count: 1 }, 4])
  expect(await codeOf(estate.as('resident-011', 'event', 'rate', { id, stars: 5 }))).toBe('CONFLICT')
  expect(await codeOf(estate.as('resident-012', 'event', 'rate', { id, stars: 5 }))).toBe('CONFLICT')
  expect((await estate.ok('demo-butler', 'event', 'get', { id })).desk?.comments).toEqual(['不错'])
})

test('a timer that missed the reminder of the day before reminds an hour before, and never of an event that has begun', async () => {
  const { id } = await anEvent(estate.ok, {
    startsAt: inHours(30),
    endsAt: inHours(32),
    signUpUntil: inHours(20),
  })
  await signUp('resident-021', id)
  await estate.post('/time', { offsetMs: 29.5 * hour })
  await estate.post('/tick')
  expect(await titlesOf('resident-021')).toEqual(['活动一小时后开始'])
  const late = await anEvent(estate.ok, {
    startsAt: inHours(40),
    endsAt: inHours(42),
    signUpUntil: inHours(38),
  })
  await signUp('resident-022', late.id)
  await estate.post('/time', { offsetMs: 40.5 * hour })
  await estate.post('/tick')
  expect(await titlesOf('resident-022')).toEqual([])
})

test('the same people get no second push within an hour; a repeated request gives the first answer', async () => {
  const { id } = await anEvent(estate.ok)
  const push = (requestId: string) => estate.with({ requestId }).as('demo-butler', 'event', 'push', { id })
  const first = await push('push-of-event-1')
  expect(first).toMatchObject({ ok: true })
  const again = await push('push-of-event-2')
  expect(again).toMatchObject({ ok: false, error: { code: 'TOO_MANY', retryAfter: expect.any(Number) } })
  expect(await push('push-of-event-1')).toEqual(first)
  const invited = async (): Promise<number> =>
    (await estate.ok('demo-butler', 'notice', 'board')).items.filter(({ about }) => about?.id === id).length
  expect(await invited()).toBe(1)
  await estate.post('/time', { offsetMs: 1.01 * hour })
  expect(await push('push-of-event-3')).toMatchObject({ ok: true })
  expect(await invited()).toBe(2)
})

test('an invitation leads from the inbox to the event, and disappears when the event is cancelled', async () => {
  const { id } = await anEvent(estate.ok, { audience: { kind: 'houses', ids: ['tianma-1'] } })
  await estate.ok('demo-butler', 'event', 'push', { id, message: '名额不多' })
  const message = await eventually(async () =>
    (await estate.ok('demo-owner', 'notice', 'inbox')).items.find(({ link }) => link?.includes(id)),
  )
  expect(message).toMatchObject({
    title: '邻里晚餐',
    body: '名额不多',
    link: `packages/event/event/index?id=${id}&notice=${message.id}`,
  })
  await estate.ok('demo-butler', 'event', 'cancel', { id })
  await eventually(
    async () =>
      !(await estate.ok('demo-owner', 'notice', 'inbox')).items.some(({ link }) => link?.includes(id)),
  )
})
