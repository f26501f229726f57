import { aTap, eventually, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

test('a copy of a person’s data holds what they filed, and nothing of others', async () => {
  await estate.ok('demo-owner', 'repair', 'create', aTap)
  const copy = await estate.ok('demo-owner', 'account', 'exportMine')
  expect(copy.person).toMatchObject({ name: '周示例', phone: '19900000000' })
  expect(copy.records.repairs).toMatchObject([{ description: aTap.description }])
  expect(JSON.stringify(await estate.ok('demo-owner-2', 'account', 'exportMine'))).not.toContain('周示例')
})

test('an erased person is in no record of the database, and their repair stays', async () => {
  const { id } = await estate.ok('resident-001', 'repair', 'create', { ...aTap, description: '阳台门松了' })
  await eventually(async () => (await estate.ok('demo-butler', 'notice', 'inbox')).items.length > 0)
  const [binding] = (await estate.ok('resident-001', 'account', 'bindings', { mine: true })).items
  await estate.ok('resident-001', 'account', 'unbind', { id: binding?.id })
  expect(await estate.records('audit')).toContain('resident-001')
  expect(await estate.as('resident-001', 'account', 'erase', { confirm: false })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
  expect(await estate.ok('resident-001', 'account', 'erase', { confirm: true })).toEqual({ erased: true })
  expect(await estate.ok('demo-butler', 'repair', 'get', { id })).toMatchObject({
    description: '阳台门松了',
    reporter: { name: '', phone: '' },
  })
  for (const collection of ['persons', 'orders', 'bindings', 'messages', 'requests', 'audit']) {
    // A message that is not delivered yet names the person who does not get it.
    await eventually(async () => !(await estate.records(collection)).includes('resident-001'))
  }
  expect((await estate.ok('resident-001', 'account', 'session')).houses).toEqual([])
})

test('a person who holds a post cannot erase themselves before it is revoked', async () => {
  expect(await estate.as('demo-guard', 'account', 'erase', { confirm: true })).toMatchObject({
    error: { code: 'CONFLICT' },
  })
})

test('a revoked post has no rights on the next call, and the audit entry holds no content', async () => {
  await estate.ok('demo-manager', 'account', 'grant', {
    openid: 'new-butler',
    role: 'butler',
    name: '新管家',
  })
  await estate.ok('new-butler', 'repair', 'list', { scope: 'queue' })
  await estate.ok('demo-manager', 'account', 'revoke', { openid: 'new-butler', role: 'butler' })
  expect(await estate.as('new-butler', 'repair', 'list', { scope: 'queue' })).toMatchObject({
    error: { code: 'NOT_BOUND' },
  })
  const { items } = await estate.ok('demo-manager', 'desk', 'audit', {
    from: '2020-01-01T00:00:00.000Z',
    to: '2099-01-01T00:00:00.000Z',
    who: 'demo-manager',
  })
  expect(items.map(({ did, record }) => ({ did, record }))).toEqual([
    { did: 'account.revoke', record: 'new-butler' },
    { did: 'account.grant', record: 'new-butler' },
  ])
  expect(
    await estate.as('demo-manager', 'account', 'revoke', { openid: 'demo-manager', role: 'manager' }),
  ).toMatchObject({ error: { code: 'CONFLICT' } })
})

test('in a house’s quiet hours a message is in the inbox only; the notification comes when they are over', async () => {
  const now = Date.parse('2027-03-01T15:30:00.000Z') // 23:30 in the estate
  await estate.post('/time', { offsetMs: now - Date.now() })
  await estate.ok('demo-owner', 'account', 'saveHousehold', {
    houseId: 'tianma-1',
    quiet: { from: '22:00', to: '07:00' },
  })
  await estate.ok('demo-owner', 'notice', 'consent', { results: { repairProgress: 'accept' } })
  const { id } = await estate.ok('demo-owner', 'repair', 'create', { ...aTap, description: '夜里漏水' })
  await estate.ok('demo-butler', 'repair', 'accept', { id })
  await eventually(async () =>
    (await estate.ok('demo-owner', 'notice', 'inbox')).items.some(
      message => message.title === '您的报修已受理',
    ),
  )
  const notifications = async () =>
    await estate.get<{ items?: unknown[] } | unknown[]>('/outbox?openid=demo-owner')
  await estate.post('/tick')
  expect(JSON.stringify(await notifications())).not.toContain('已受理')
  await estate.post('/time', { offsetMs: now + 8 * 3_600_000 - Date.now() })
  await estate.post('/tick')
  await estate.post('/tick')
  expect(JSON.stringify(await notifications())).toContain('已受理')
  await estate.post('/time', { offsetMs: 0 })
})

test('a person with houses in two estates sees one at a time and can switch', async () => {
  await estate.ok('demo2-manager', 'account', 'grant', {
    openid: 'demo-butler-2',
    role: 'butler',
    name: '陈管家',
  })
  expect(await estate.ok('demo-butler-2', 'account', 'session')).toMatchObject({
    estate: { id: 'tianma' },
    roles: ['butler'],
    estates: [{ id: 'tianma' }, { id: 'second' }],
  })
  await estate.ok('demo-butler-2', 'account', 'switchEstate', { estateId: 'second' })
  expect(await estate.ok('demo-butler-2', 'account', 'session')).toMatchObject({ estate: { id: 'second' } })
  expect(await estate.as('demo-owner', 'account', 'switchEstate', { estateId: 'second' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('messages are deleted when their estate’s retention ends, and not before', async () => {
  const day = 24 * 3_600_000
  await estate.ok('demo-manager', 'account', 'updateSettings', { account: { messageDays: 30 } })
  const { id } = await estate.ok('demo-owner-2', 'repair', 'create', { ...aTap, houseId: 'tianma-44-1' })
  const kept = async () =>
    (await estate.ok('demo-butler', 'notice', 'inbox', { limit: 50 })).items.some(
      ({ title, link }) => title === '新的报修单' && link?.includes(id),
    )
  await eventually(kept)
  await estate.post('/time', { offsetMs: 29 * day })
  await estate.post('/tick')
  expect(await kept()).toBe(true)
  await estate.post('/time', { offsetMs: 31 * day })
  await eventually(async () => {
    await estate.post('/tick')
    return !(await kept())
  })
  await estate.post('/time', { offsetMs: 0 })
})

test('a house holds at most as many people as its estate has set, and a time zone has to exist', async () => {
  await estate.ok('demo2-manager', 'account', 'updateSettings', { account: { peoplePerHouse: 1 } })
  expect(
    await estate.as('demo2-manager', 'account', 'updateSettings', { zone: 'Mars/Olympus' }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { zone: expect.any(String) } } })
  const { scene } = await estate.ok('demo2-butler', 'account', 'renewCode', { houseId: 'second-1-1' })
  await eventually(async () => {
    const reply = await estate.as('one-too-many', 'account', 'bind', {
      scene,
      name: '多一人',
      phone: '19900002222',
      relation: 'family',
    })
    return !reply.ok && reply.error.code === 'FULL'
  })
})

test('an estate’s own promise applies from the next repair on', async () => {
  expect(
    await estate.as('demo-manager', 'account', 'updateSettings', {
      hours: {
        periods: [
          { from: '09:00', to: '12:00' },
          { from: '11:00', to: '18:00' },
        ],
        days: [1],
        holidays: [],
      },
    }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT', fields: { 'hours.periods.1': expect.any(String) } } })
  await estate.ok('demo2-manager', 'account', 'updateSettings', { repair: { finishDays: 9 } })
  expect((await estate.ok('demo2-manager', 'account', 'settings')).repair).toMatchObject({
    finishDays: 9,
    verifyDays: 7,
  })
})
