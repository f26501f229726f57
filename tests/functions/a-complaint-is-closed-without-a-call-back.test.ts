import { eventually, startEstate, type Estate } from './support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => { estate = await startEstate() })
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const hour = 3_600_000
const submit = (more: object = {}) => estate.ok('demo-owner', 'complaint', 'submit', { category: 'noise', content: '夜里施工', houseId: 'tianma-1', ...more })
const act = (who: string, action: 'accept' | 'progress' | 'resolve' | 'callBack' | 'answer' | 'reopen' | 'withdraw' | 'invalidate' | 'close', id: string, more: object = {}) =>
  estate.as(who, 'complaint', action, { id, ...more })
const resolved = async (more: object = {}) => {
  const { id } = await submit(more)
  await act('demo-butler', 'accept', id)
  await act('demo-butler', 'resolve', id, { outcome: '施工改到白天' })
  return id
}
const get = (id: string, who = 'demo-owner') => estate.ok(who, 'complaint', 'get', { id })
const titles = async (who: string) => (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(item => item.title)
const later = async (offsetMs: number) => {
  await estate.post('/time', { offsetMs })
  await estate.post('/tick')
}

test('handled by one, called back by another, closed by itself', async () => {
  const id = await resolved()
  expect(await act('demo-butler', 'close', id)).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('回访') as string } })
  expect(await act('demo-butler', 'callBack', id, { reached: true, satisfied: 5 })).toMatchObject({ error: { code: 'CONFLICT', message: expect.stringContaining('换一位') as string } })
  expect((await estate.ok('demo-butler', 'complaint', 'list', { scope: 'callbacks' })).items.map(item => item.id)).not.toContain(id)
  expect((await estate.ok('demo-butler-2', 'complaint', 'list', { scope: 'callbacks' })).items.map(item => item.id)).toContain(id)
  expect(await act('demo-butler-2', 'callBack', id, { reached: true })).toMatchObject({ error: { fields: { satisfied: expect.any(String) as string } } })
  expect(await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 5, note: '满意' })).toMatchObject({ data: { status: 'called_back' } })
  await estate.post('/tick')
  expect(await get(id)).toMatchObject({ status: 'closed', satisfied: 5 })
  await eventually(async () => (await titles('demo-owner')).some(title => title.includes('已办结')))
})

test('a bad answer brings it back to the manager, and no butler closes it', async () => {
  const id = await resolved()
  expect(await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 2 })).toMatchObject({ data: { status: 'handling', reopened: 1 } })
  await eventually(async () => (await titles('demo-manager')).some(title => title.includes('不满意')))
  expect(await act('demo-butler', 'resolve', id, { outcome: '再说' })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await act('demo-manager', 'resolve', id, { outcome: '已停工' })).toMatchObject({ data: { status: 'resolved' } })
  expect(await act('demo-owner', 'answer', id, { satisfied: 5 })).toMatchObject({ data: { status: 'called_back' } })
})

test('nobody answers the phone at three hours of the day: the resident is asked in the app', async () => {
  const id = await resolved()
  const noon = Math.ceil(Date.now() / (24 * hour)) * 24 * hour
  // 09:00, 09:30, 14:00 and 19:00 in Shanghai, whatever the machine's clock says.
  for (const [n, wall] of [1, 1.5, 6, 11].entries()) {
    await estate.post('/time', { offsetMs: noon + wall * hour - Date.now() })
    expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({ data: { status: 'resolved', tries: n + 1, asked: n === 3 } })
  }
  await eventually(async () => (await titles('demo-owner')).some(title => title.includes('请评价')))
  expect(await act('demo-owner', 'answer', id, { satisfied: 4 })).toMatchObject({ data: { status: 'called_back', satisfied: 4 } })
})

test('every clock that runs out is told once below and once above', async () => {
  const { id } = await submit()
  const count = async (who: string, words: string) => (await titles(who)).filter(title => title.includes(words)).length
  const before = { butler: await count('demo-butler', '超过承诺'), manager: await count('demo-manager', '超时一天'), committee: await count('demo-committee', '超时一天') }
  await later(23 * hour)
  expect(await count('demo-butler', '超过承诺')).toBe(before.butler)
  await later(24.1 * hour)
  await eventually(async () => await count('demo-butler', '超过承诺') > before.butler)
  const told = await count('demo-butler', '超过承诺')
  await later(24.2 * hour)
  await later(30 * hour)
  expect(await count('demo-butler', '超过承诺')).toBe(told)
  await later(48.2 * hour)
  await eventually(async () => await count('demo-manager', '超时一天') > before.manager && await count('demo-committee', '超时一天') > before.committee)
  expect(await get(id)).toMatchObject({ clocks: [{ name: 'acknowledge', state: 'missed' }, { name: 'answer', state: 'running' }] })
  const above = await count('demo-manager', '超时一天')
  await later(60 * hour)
  expect(await count('demo-manager', '超时一天')).toBe(above)
})

test('reopened within thirty days, and not after', async () => {
  const id = await resolved()
  await act('demo-owner', 'answer', id, { satisfied: 5 })
  await later(29 * 24 * hour)
  expect(await get(id)).toMatchObject({ status: 'closed' })
  expect(await act('demo-owner', 'reopen', id, { reason: '又开始了' })).toMatchObject({ data: { status: 'handling', reopened: 1 } })
  const other = await resolved()
  await later(29 * 24 * hour + 31 * 24 * hour)
  expect(await act('demo-owner', 'reopen', other, { reason: '又开始了' })).toMatchObject({ error: { code: 'CONFLICT' } })
})

test('the person it is about neither sees it nor hears of it', async () => {
  const { id } = await submit({ category: 'person', about: { kind: 'person', id: 'demo-butler' }, content: '态度不好' })
  expect(await estate.as('demo-butler', 'complaint', 'get', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect((await estate.ok('demo-butler', 'complaint', 'list', { scope: 'queue', limit: 50 })).items.map(item => item.id)).not.toContain(id)
  await eventually(async () => (await estate.ok('demo-manager', 'notice', 'inbox', { limit: 50 })).items.some(item => item.link?.includes(id)))
  expect((await estate.ok('demo-butler', 'notice', 'inbox', { limit: 50 })).items.some(item => item.link?.includes(id))).toBe(false)
  expect((await get(id, 'demo-manager')).about).toMatchObject({ kind: 'person', id: 'demo-butler' })
})
