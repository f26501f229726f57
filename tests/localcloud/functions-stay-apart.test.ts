import { startTestCloud, type TestCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ env: { ANLIN_TENANT: 'here' } })
})
afterAll(() => cloud.stop())

test('forty parallel calls each see their own caller', async () => {
  const people = Array.from({ length: 40 }, (_, i) => `person-${i}`)
  const replies = await Promise.all(people.map((openid, i) => cloud.call('echo', { wait: i % 5 }, openid)))
  expect(replies.map(({ data }) => [data.before, data.after])).toEqual(people.map(openid => [openid, openid]))
  expect(replies[0].data).toMatchObject({ source: 'wx_client', tenant: 'here' })
})

test('the event holds what WeChat adds, and no client can set it', async () => {
  const { data } = await cloud.call('echo', { wait: 0, userInfo: { openId: 'someone-else' } }, 'me')
  expect(data.event).toEqual({ wait: 0, userInfo: { openId: 'me', appId: expect.any(String) } })
})

test.each([
  ['throw', 'INTERNAL'],
  ['exit', 'UNAVAILABLE'],
  ['hang', 'UNAVAILABLE'],
  ['never', 'UNAVAILABLE'],
])('a function that does "%s" fails alone', async (action, code) => {
  const [bad, good] = await Promise.all([cloud.call('unwell', { action }), cloud.call('echo', {}, 'other')])
  expect(bad).toMatchObject({ ok: false, error: { code } })
  expect(JSON.stringify(bad)).not.toMatch(/secret detail/)
  expect(good.data.before).toBe('other')
  expect(await cloud.call('unwell', { action: 'none' })).toMatchObject({ ok: true })
})

test('an error after the reply ends that instance only', async () => {
  expect(await cloud.call('unwell', { action: 'late' })).toMatchObject({ ok: true })
  await new Promise(resolve => setTimeout(resolve, 60))
  expect(await cloud.call('unwell', { action: 'none' })).toMatchObject({ ok: true })
})

test('work that a function leaves running after its reply is finished', async () => {
  await cloud.call('unwell', { action: 'leave', id: 'left' })
  await until(
    async () =>
      (await cloud.run((_c, db) => db.collection('things').where({ _id: 'left' }).count())).total === 1,
  )
})

test('the timers run as WeChat runs them, with nobody as the caller', async () => {
  expect(await cloud.post('/tick')).toEqual({
    ran: [{ function: 'clock', ok: true, ms: expect.any(Number) }],
  })
  const [tick] = (await cloud.run((_c, db) => db.collection('ticks').get())).data
  expect(tick).toMatchObject({
    SOURCE: 'wx_trigger',
    OPENID: null,
    event: { Type: 'Timer', TriggerName: 'tick', Time: expect.stringMatching(/^\d{4}-.*Z$/) },
  })
})

test("the functions' clock moves, also that of an instance at work, and back", async () => {
  const day = 86_400_000
  const clock = async () => (await cloud.call('clock', {})).data
  expect(Math.abs((await clock()).now - Date.now())).toBeLessThan(day / 2)
  await cloud.post('/time', { offsetMs: 30 * day })
  const later = await clock()
  expect(Math.round((later.now - Date.now()) / day)).toBe(30)
  expect(Math.round((later.made - Date.now()) / day)).toBe(30)
  await cloud.post('/time', { offsetMs: 0 })
  expect(Math.abs((await clock()).now - Date.now())).toBeLessThan(day / 2)
})

test('timers run by themselves by the shifted clock', async () => {
  const other = await startTestCloud({ env: { TIMERS: 'on' } })
  try {
    await until(async () => (await other.run((_c, db) => db.collection('ticks').count())).total > 0)
  } finally {
    await other.stop()
  }
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('it never came about')
}
