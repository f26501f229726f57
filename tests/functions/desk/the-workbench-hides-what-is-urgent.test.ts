import { startEstate, type Estate } from '../support/estate'
import { liftLimits } from '../support/limits'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
  await liftLimits(estate.ok)
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const todo = (who: string) => estate.ok(who, 'desk', 'todo')
const ids = async (who: string) => (await todo(who)).items.map(({ id }) => id)

test('urgent work comes first, then by due time, each item in its own section', async () => {
  const file = (urgency: string) =>
    estate.ok('demo-owner', 'repair', 'create', {
      place: 'house',
      houseId: 'tianma-1',
      category: 'water',
      urgency,
      description: '漏水',
    })
  const normal = await file('normal')
  const urgent = await file('urgent')
  const { id: complaint } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
  })
  const { items } = await todo('demo-butler')
  expect(items.map(({ id }) => id)).toEqual([urgent.id, normal.id, complaint])
  expect(items[0]).toMatchObject({
    kind: 'assign',
    urgent: true,
    house: '1',
    dueAt: expect.any(String) as string,
  })
  await estate.ok('demo-butler', 'repair', 'assign', { id: urgent.id, technician: 'demo-technician' })
  expect(await ids('demo-technician')).toEqual([urgent.id, normal.id])
  expect(await ids('demo-technician-2')).toEqual([normal.id])
  expect(await ids('demo-butler')).not.toContain(urgent.id)
})

test('a call-back waits for those who did not handle the complaint, a bad rating for the manager', async () => {
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'cleaning',
    content: '大堂没打扫',
  })
  await estate.ok('demo-butler', 'complaint', 'accept', { id })
  await estate.ok('demo-butler', 'complaint', 'resolve', { id, outcome: '已打扫' })
  expect(await ids('demo-butler')).not.toContain(id)
  expect((await todo('demo-butler-2')).items.find(item => item.id === id)?.kind).toBe('callBack')
  expect(await ids('demo-manager')).not.toContain(id)
  await estate.ok('demo-butler-2', 'complaint', 'callBack', { id, reached: true, satisfied: 1 })
  expect(await ids('demo-butler-2')).not.toContain(id)
  expect((await todo('demo-manager')).items.find(item => item.id === id)).toMatchObject({
    kind: 'complaint',
    urgent: true,
  })
})

test('late work comes before urgent work that has days left', async () => {
  const { id: badly } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'parking',
    content: '车位被占',
  })
  await estate.ok('demo-butler', 'complaint', 'accept', { id: badly })
  await estate.ok('demo-butler', 'complaint', 'resolve', { id: badly, outcome: '已联系车主' })
  await estate.ok('demo-butler-2', 'complaint', 'callBack', { id: badly, reached: true, satisfied: 1 })
  const { id: late } = await estate.ok('demo-owner', 'repair', 'create', {
    place: 'house',
    houseId: 'tianma-1',
    category: 'water',
    urgency: 'normal',
    description: '滴水',
  })
  await estate.post('/time', { offsetMs: 24 * 3_600_000 })
  const waiting = (await todo('demo-manager')).items
  await estate.post('/time', { offsetMs: 0 })
  expect(waiting.find(({ id }) => id === badly)?.urgent).toBe(true)
  expect(waiting.findIndex(({ id }) => id === late)).toBeLessThan(waiting.findIndex(({ id }) => id === badly))
  expect(waiting.findIndex(({ id }) => id === late)).toBeGreaterThan(-1)
})

test('a complaint about a person is not on that person’s workbench', async () => {
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'person',
    content: '态度不好',
    about: { kind: 'person', id: 'demo-butler-2' },
  })
  expect(await ids('demo-butler-2')).not.toContain(id)
  expect(await ids('demo-manager')).toContain(id)
})

test('an unanswered guest at the gate and a guest who stays too long are shown', async () => {
  const { id } = await estate.ok('demo-guard', 'visitor', 'walkIn', {
    houseId: 'tianma-1',
    name: '李四',
    party: 1,
    gate: '南门',
  })
  expect(await ids('demo-butler')).not.toContain(id)
  const pass = await estate.ok('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '张三',
    party: 1,
    kind: 'once',
    from: new Date(Date.now() - 60_000).toISOString(),
    to: new Date(Date.now() + 60_000).toISOString(),
  })
  await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: pass.shortCode, gate: '南门' })
  expect(await ids('demo-guard')).toEqual([])
  await estate.post('/time', { offsetMs: 120_000 })
  expect(await ids('demo-guard')).toEqual([pass.id])
  const { items } = await todo('demo-butler')
  expect(items.find(item => item.id === id)).toMatchObject({ kind: 'walkIn', urgent: true })
  expect(items.find(item => item.id === pass.id)).toMatchObject({ kind: 'overstay' })
})

test('a person’s own work is shown, however much waits for others', async () => {
  for (let n = 0; n < 45; n++) {
    const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: 'tianma-1',
    })
    await estate.ok('demo-butler', 'complaint', 'accept', { id })
    await estate.ok('demo-butler', 'complaint', 'resolve', { id, outcome: '已处理' })
  }
  // All 45 call-backs are overdue, and none is this butler's; the later work is.
  await estate.post('/time', { offsetMs: 60 * 3_600_000 })
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'parking',
    content: '占车位',
    houseId: 'tianma-1',
  })
  expect(await ids('demo-butler')).toContain(id)
  expect(await todo('demo-butler-2')).toMatchObject({ more: true })
})

test('a person with two posts has each item once', async () => {
  await estate.ok('demo-manager', 'account', 'grant', { openid: 'demo-butler-2', role: 'manager' })
  await estate.post('/time', { offsetMs: 90 * 3_600_000 })
  const seen = (await todo('demo-butler-2')).items.map(({ kind, id }) => `${kind}${id}`)
  expect(seen).toHaveLength(new Set(seen).size)
})
