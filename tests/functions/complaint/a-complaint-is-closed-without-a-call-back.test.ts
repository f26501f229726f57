import { aTap, eventually, startEstate, type Estate } from '../support/estate'
import { complaintSteps } from './support'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const hour = 3_600_000
const { submit, act, get } = complaintSteps(() => estate)
const resolved = async (more: object = {}) => {
  const { id } = await submit(more)
  await act('demo-butler', 'accept', id)
  await act('demo-butler', 'resolve', id, { outcome: '施工改到白天' })
  return id
}
const titles = async (who: string) =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(item => item.title)
const later = async (offsetMs: number) => {
  await estate.post('/time', { offsetMs })
  await estate.post('/tick')
}

test('one handles the complaint, another calls back, and it closes by itself', async () => {
  const id = await resolved()
  expect(await act('demo-butler', 'close', id)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('回访') as string },
  })
  expect(await act('demo-butler', 'callBack', id, { reached: true, satisfied: 5 })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('换一位') as string },
  })
  expect(
    (await estate.ok('demo-butler', 'complaint', 'list', { scope: 'callbacks' })).items.map(item => item.id),
  ).not.toContain(id)
  expect(
    (await estate.ok('demo-butler-2', 'complaint', 'list', { scope: 'callbacks' })).items.map(
      item => item.id,
    ),
  ).toContain(id)
  expect(await act('demo-butler-2', 'callBack', id, { reached: true })).toMatchObject({
    error: { fields: { satisfied: expect.any(String) as string } },
  })
  expect(
    await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 5, note: '满意' }),
  ).toMatchObject({ data: { status: 'called_back' } })
  await estate.post('/tick')
  expect(await get(id)).toMatchObject({ status: 'closed', satisfied: 5 })
  await eventually(async () => (await titles('demo-owner')).some(title => title.includes('已办结')))
})

test('a bad rating brings the complaint back to the manager, and no butler closes it', async () => {
  const id = await resolved()
  expect(await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 2 })).toMatchObject({
    data: { status: 'handling', reopened: 1 },
  })
  await eventually(async () => (await titles('demo-manager')).some(title => title.includes('不满意')))
  expect(await act('demo-butler', 'resolve', id, { outcome: '再说' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await act('demo-manager', 'resolve', id, { outcome: '已停工' })).toMatchObject({
    data: { status: 'resolved' },
  })
  // The handler does not make the call-back, whatever their post. A butler without a part in it is notified.
  expect(await act('demo-manager', 'callBack', id, { reached: true, satisfied: 5 })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('换一位') as string },
  })
  await eventually(
    async () =>
      (await estate.ok('demo-butler-2', 'notice', 'inbox', { limit: 50 })).items.filter(
        ({ title, link }) => title.includes('等待回访') && link?.includes(id),
      ).length === 2,
  )
  expect((await estate.ok('demo-butler-2', 'desk', 'todo')).items.find(item => item.id === id)?.kind).toBe(
    'callBack',
  )
  expect(await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 4 })).toMatchObject({
    data: { status: 'called_back' },
  })
})

test('the handler before a bad rating may call back about the answer that another gave since', async () => {
  const id = await resolved()
  await act('demo-butler-2', 'callBack', id, { reached: true, satisfied: 1 })
  await act('demo-manager', 'resolve', id, { outcome: '已停工' })
  // The rating was for the first answer.
  expect((await get(id, 'demo-butler')).actions).toContain('callBack')
  expect(await act('demo-butler', 'callBack', id, { reached: true, satisfied: 5 })).toMatchObject({
    data: { status: 'called_back', satisfied: 5 },
  })
})

test('everybody who could call has handled the complaint: when the call is late, the resident is asked in the app', async () => {
  const { id } = await submit()
  await act('demo-butler', 'accept', id)
  for (const who of ['demo-butler-2', 'demo-manager']) await act(who, 'progress', id, { note: '已联系工地' })
  await act('demo-butler', 'resolve', id, { outcome: '施工改到白天' })
  for (const who of ['demo-butler', 'demo-butler-2', 'demo-manager'])
    expect(await act(who, 'callBack', id, { reached: true, satisfied: 5 })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  const asked = async () =>
    (await estate.ok('demo-owner', 'notice', 'inbox', { limit: 50 })).items.filter(
      ({ title, link }) => title.includes('直接评价') && link?.includes(id),
    ).length
  expect(await asked()).toBe(0)
  for (const hours of [49, 50, 74]) await later(hours * hour)
  await eventually(async () => (await asked()) === 1)
  expect(await act('demo-owner', 'answer', id, { satisfied: 5 })).toMatchObject({
    data: { status: 'called_back' },
  })
})

test('nobody answers the phone at three times of the day: the resident is asked in the app', async () => {
  const id = await resolved()
  const noon = Math.ceil(Date.now() / (24 * hour)) * 24 * hour
  // 09:00, 09:30, 14:00 and 19:00 in Shanghai, whatever the machine's clock says.
  for (const [n, wall] of [1, 1.5, 6, 11].entries()) {
    await estate.post('/time', { offsetMs: noon + wall * hour - Date.now() })
    expect(await act('demo-butler-2', 'callBack', id, { reached: false })).toMatchObject({
      data: { status: 'resolved', tries: n + 1, asked: n === 3 },
    })
  }
  await eventually(async () => (await titles('demo-owner')).some(title => title.includes('请评价')))
  expect(await act('demo-owner', 'answer', id, { satisfied: 4 })).toMatchObject({
    data: { status: 'called_back', satisfied: 4 },
  })
})

test('a complaint is reopened within thirty days, and not later', async () => {
  const id = await resolved()
  await act('demo-owner', 'answer', id, { satisfied: 5 })
  await later(29 * 24 * hour)
  expect(await get(id)).toMatchObject({ status: 'closed' })
  const until = (await get(id)).reopenUntil
  expect(Date.parse(until ?? '') - Date.now()).toBeGreaterThan(24 * hour - 60_000)
  // Reopening takes back the resident's rating.
  expect(await act('demo-owner', 'reopen', id, { reason: '又开始了' })).toMatchObject({
    data: { status: 'handling', reopened: 1, satisfied: null, reopenUntil: null },
  })
  const other = await resolved()
  await later(29 * 24 * hour + 31 * 24 * hour)
  expect(await act('demo-owner', 'reopen', other, { reason: '又开始了' })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
})

test('of two butlers one accepts, and of two equal answers one counts', async () => {
  const { id } = await submit()
  const accepts = await Promise.all(['demo-butler', 'demo-butler-2'].map(who => act(who, 'accept', id)))
  expect(accepts.filter(({ ok }) => ok)).toHaveLength(1)
  await act('demo-butler', 'resolve', id, { outcome: '已处理' })
  const requestId = 'one-and-the-same-tap'
  const twice = await Promise.all(
    [0, 1].map(() =>
      estate.with({ requestId }).as('demo-owner', 'complaint', 'answer', { id, satisfied: 1 }),
    ),
  )
  expect(twice.every(({ ok }) => ok)).toBe(true)
  expect(await get(id)).toMatchObject({ status: 'handling', reopened: 1 })
})

test('the call-back sheet has the house’s history, and nothing of another house', async () => {
  await estate.ok('demo-owner', 'repair', 'create', aTap)
  const id = await resolved()
  const { items, repairs } = await estate.ok('demo-butler-2', 'complaint', 'history', { id })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ house }) => house === '1')).toBe(true)
  expect(repairs.map(({ category }) => category)).toContain('water')
})

test('the estate’s own promises apply, within the statutory limit for an answer', async () => {
  expect(
    await estate.as('demo2-manager', 'account', 'updateSettings', { complaint: { answerDays: 11 } }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  await estate.ok('demo2-manager', 'account', 'updateSettings', {
    complaint: { acknowledgeHours: 4, answerDays: 2 },
    consult: { answerMinutes: 5 },
  })
  await eventually(
    async () => (await estate.ok('demo2-owner', 'complaint', 'promises')).acknowledgeHours === 4,
  )
  await eventually(async () => {
    const { createdAt, clocks } = await estate.ok('demo2-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
    })
    return (
      JSON.stringify(clocks.map(({ dueAt }) => (Date.parse(dueAt) - Date.parse(createdAt)) / hour)) ===
      '[4,48]'
    )
  })
})
