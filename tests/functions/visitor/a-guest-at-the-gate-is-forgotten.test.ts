import { eventually, startEstate, type Estate } from '../support/estate'
import { aPass } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const gate = '南门'
const ask = (name: string) =>
  estate.ok('demo-guard', 'visitor', 'walkIn', { houseId: 'tianma-1', name, party: 1, gate })
const titles = async (who: string) =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(item => item.title)
const later = async (offsetMs: number) => {
  await estate.post('/time', { offsetMs })
  await estate.post('/tick')
}

test('the household agrees: the guard is notified and the guest is inside', async () => {
  const { id } = await ask('李四')
  expect(
    (await estate.ok('demo-family', 'visitor', 'list', { scope: 'asked' })).items.map(item => item.id),
  ).toContain(id)
  await eventually(async () => (await titles('demo-owner')).some(title => title.includes('门口')))
  expect(await estate.ok('demo-family', 'visitor', 'decideWalkIn', { id, allow: true })).toMatchObject({
    state: 'inside',
  })
  expect(await estate.as('demo-owner', 'visitor', 'decideWalkIn', { id, allow: false })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
  expect(await estate.ok('demo-guard', 'visitor', 'get', { id })).toMatchObject({ state: 'inside' })
  expect(
    (await estate.ok('demo-guard', 'visitor', 'inside', { limit: 50 })).items.some(
      entry => entry.name === '李四' && entry.how === 'walkIn',
    ),
  ).toBe(true)
})

test('nobody answers within a minute: the request lapses, and the butler decides', async () => {
  const { id } = await ask('王五')
  expect(await estate.as('demo-butler', 'visitor', 'decideWalkIn', { id, allow: true })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
  await later(61_000)
  expect(await estate.as('demo-owner', 'visitor', 'decideWalkIn', { id, allow: true })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
  expect(await estate.ok('demo-guard', 'visitor', 'get', { id })).toMatchObject({ state: 'lapsed' })
  await eventually(async () => (await titles('demo-guard')).some(title => title.includes('没有答复')))
  expect(await estate.ok('demo-butler', 'visitor', 'decideWalkIn', { id, allow: true })).toMatchObject({
    state: 'inside',
  })
})

test('host and butler are notified once of a guest who stays too long; when the pass ends its digits are free again', async () => {
  const pass = await aPass(estate.ok)
  await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: pass.shortCode, gate })
  await later(3_600_000 + 29 * 60_000)
  expect((await titles('demo-butler')).filter(title => title.includes('超时未离开'))).toHaveLength(0)
  const notified = 3_600_000 + 31 * 60_000
  await later(notified)
  for (const who of ['demo-owner', 'demo-butler'])
    await eventually(
      async () => (await titles(who)).filter(title => title.includes('超时未离开')).length === 1,
    )
  await later(notified + 600_000)
  await later(notified + 1_200_000)
  for (const who of ['demo-owner', 'demo-butler'])
    expect((await titles(who)).filter(title => title.includes('超时未离开'))).toHaveLength(1)
  const { items } = await estate.ok('demo-guard', 'visitor', 'inside', { limit: 50 })
  const entry = items.find(one => one.id.startsWith(pass.id))
  expect(entry).toMatchObject({ overstayed: true })
  await estate.ok('demo-guard', 'visitor', 'leave', { entryId: entry?.id, gate })
  await later(notified + 1_800_000)
  expect(await estate.records('visitor_passes')).toContain(`"codeKey\\":\\"${pass.id}`)
})

test('passes and log are deleted after 180 days', async () => {
  const pass = await aPass(estate.ok)
  await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: pass.shortCode, gate })
  await eventually(async () => (await estate.records('visitor_log')).includes(pass.id))
  await later(179 * 86_400_000)
  expect(await estate.records('visitor_passes')).toContain(pass.id)
  await later(182 * 86_400_000)
  expect(await estate.records('visitor_passes')).not.toContain(pass.id)
  expect(await estate.records('visitor_log')).not.toContain(pass.id)
})
