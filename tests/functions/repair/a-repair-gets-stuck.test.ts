import { aTap, eventually, newRequestId, startEstate, type Estate } from '../support/estate'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const report = (more: object = {}) => estate.ok('demo-owner', 'repair', 'create', { ...aTap, ...more })

test('a repair goes from report to rating, and everybody concerned is notified', async () => {
  await estate.ok('demo-owner', 'notice', 'consent', { results: { repairProgress: 'accept' } })
  const { id, clocks, actions } = await report()
  expect(clocks.map(clock => [clock.name, clock.state])).toEqual([
    ['accept', 'running'],
    ['finish', 'running'],
  ])
  expect(actions.sort()).toEqual(['cancel', 'urge'])
  expect((await estate.ok('demo-butler', 'repair', 'accept', { id })).status).toBe('accepted')
  expect(
    (await estate.ok('demo-butler', 'repair', 'assign', { id, technician: 'demo-technician' })).assignee,
  ).toEqual({ id: 'demo-technician', name: '王师傅' })
  await estate.ok('demo-technician', 'repair', 'start', { id })
  const quoted = await estate.ok('demo-technician', 'repair', 'quote', {
    id,
    items: [{ name: '阀芯', price: 3500, count: 2 }],
  })
  expect(quoted.quote).toMatchObject({ total: 7000, state: 'waiting' })
  expect(await estate.as('demo-technician', 'repair', 'finish', { id, note: '好了' })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
  await estate.ok('demo-owner', 'repair', 'decideQuote', { id, agree: true })
  await estate.ok('demo-technician', 'repair', 'finish', { id, note: '换了阀芯' })
  expect(await estate.as('demo-owner', 'repair', 'verify', { id, accepted: false })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { reason: expect.any(String) } },
  })
  const back = await estate.ok('demo-owner', 'repair', 'verify', { id, accepted: false, reason: '还在滴' })
  expect(back).toMatchObject({ status: 'assigned', reopened: 1 })
  await estate.ok('demo-technician', 'repair', 'start', { id })
  await estate.ok('demo-technician', 'repair', 'finish', { id, note: '换了整个龙头' })
  expect(
    await estate.as('demo-owner', 'repair', 'rate', { id, speed: 5, quality: 5, attitude: 5 }),
  ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  expect((await estate.ok('demo-owner', 'repair', 'verify', { id, accepted: true })).status).toBe('closed')
  expect(
    (await estate.ok('demo-owner', 'repair', 'rate', { id, speed: 5, quality: 4, attitude: 5 })).rating,
  ).toMatchObject({ quality: 4 })
  expect(
    await estate.as('demo-owner', 'repair', 'rate', { id, speed: 1, quality: 1, attitude: 1 }),
  ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })

  const inbox = await eventually(async () => {
    const { items } = await estate.ok('demo-owner', 'notice', 'inbox')
    return items.length >= 7 && items
  })
  expect(inbox.every(message => message.link?.endsWith(id))).toBe(true)
  const notifications = await estate.get<{ templateId: string }[]>('/outbox?openid=demo-owner')
  expect(notifications).toHaveLength(1)
  expect((await estate.ok('demo-owner', 'account', 'session')).unread).toBeGreaterThan(0)
})

test('a repeated write gives the first answer', async () => {
  const { id } = await report()
  const requestId = newRequestId()
  const first = await estate.with({ requestId }).as('demo-butler', 'repair', 'accept', { id })
  await estate.ok('demo-technician', 'repair', 'grab', { id })
  expect(await estate.with({ requestId }).as('demo-butler', 'repair', 'accept', { id })).toEqual(first)
})

test('an unknown technician is refused by the field', async () => {
  const { id } = await report()
  for (const technician of ['demo-guard', 'nobody-here', 'demo2-butler']) {
    expect(await estate.as('demo-butler', 'repair', 'assign', { id, technician })).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { technician: expect.any(String) } },
    })
  }
})

test('urging twice within five minutes is refused with the time to wait', async () => {
  const { id } = await report()
  await estate.ok('demo-owner', 'repair', 'urge', { id })
  expect(await estate.as('demo-owner', 'repair', 'urge', { id })).toMatchObject({
    error: { code: 'TOO_MANY', retryAfter: expect.any(Number) },
  })
})

test('another house and another estate find nothing', async () => {
  const { id } = await report()
  for (const who of ['demo-owner-2', 'demo2-owner', 'demo2-butler']) {
    const unknown = await estate.as(who, 'repair', 'get', { id: 'no-such-order' })
    expect(await estate.as(who, 'repair', 'get', { id })).toEqual(unknown)
    expect(unknown).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
  expect(await estate.as('demo2-butler', 'repair', 'accept', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await estate.as('demo-owner', 'repair', 'create', { ...aTap, houseId: 'tianma-2' })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await estate.as('a-stranger', 'repair', 'create', aTap)).toMatchObject({
    error: { code: 'NOT_BOUND' },
  })
})

test('a neighbour sees a public place without names, and is shown it before reporting it again', async () => {
  const { id } = await report({
    place: 'public',
    category: 'lighting',
    houseId: undefined,
    facility: '东门路灯',
  })
  const seen = await estate.ok('demo-owner-2', 'repair', 'get', { id })
  expect(seen).toMatchObject({ reporter: null, house: null, assignee: null })
  expect(JSON.stringify(seen)).not.toContain('周示例')
  const near = await estate.ok('demo-owner-2', 'repair', 'similar', { place: 'public', category: 'lighting' })
  expect(near.items.map(item => item.id)).toContain(id)
})

test('merging closes one order, and its reporters follow the other', async () => {
  const one = await report({ place: 'public', category: 'drain', houseId: undefined })
  const two = await estate.ok('demo-owner-2', 'repair', 'create', {
    place: 'public',
    category: 'drain',
    urgency: 'normal',
    description: '积水',
  })
  const merged = await estate.ok('demo-butler', 'repair', 'merge', { id: two.id, into: one.id })
  expect(merged).toMatchObject({ status: 'cancelled', mergedInto: one.id })
  await eventually(async () =>
    (await estate.ok('demo-owner-2', 'repair', 'list', { scope: 'mine' })).items.some(
      item => item.id === one.id,
    ),
  )
})

test('a page begins where the previous one ends', async () => {
  const all = (await estate.ok('demo-owner', 'repair', 'list', { scope: 'mine', limit: 50 })).items.map(
    item => item.id,
  )
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: { id: string }[]; next: string | null } = await estate.ok(
      'demo-owner',
      'repair',
      'list',
      { scope: 'mine', limit: 2, ...(cursor ? { cursor } : {}) },
    )
    seen.push(...page.items.map(item => item.id))
    cursor = page.next
  }
  expect(seen).toEqual(all)
})

test('the full phone number goes to those who must call, and reading it is recorded first', async () => {
  const { id } = await report()
  expect((await estate.ok('demo-butler', 'repair', 'get', { id })).reporter?.phone).toMatch(/^199\*{4}\d{4}$/)
  expect((await estate.ok('demo-butler', 'repair', 'contact', { id })).phone).toMatch(/^199\d{8}$/)
  expect(await estate.as('demo-technician', 'repair', 'contact', { id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})

test('unsafe text is refused and nothing is filed', async () => {
  const before = (await estate.ok('demo-family', 'repair', 'list', { scope: 'mine' })).items.length
  expect(
    await estate.as('demo-family', 'repair', 'create', { ...aTap, description: '违规测试' }),
  ).toMatchObject({ error: { code: 'UNSAFE_CONTENT' } })
  expect((await estate.ok('demo-family', 'repair', 'list', { scope: 'mine' })).items).toHaveLength(before)
})

test('no client can call as the timer', async () => {
  for (const who of ['demo-manager', 'a-stranger']) {
    expect(await estate.as(who, 'clock', 'tick')).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await estate.as(who, 'courier', 'deliver', { collection: 'orders', id: 'abcd' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  }
})

test('a repair that nobody accepts within two working hours brings one message, and a finished one closes by itself after seven days', async () => {
  const late = await report()
  const done = await report()
  await estate.ok('demo-technician', 'repair', 'grab', { id: done.id })
  await estate.ok('demo-technician', 'repair', 'start', { id: done.id })
  await estate.ok('demo-technician', 'repair', 'finish', { id: done.id, note: '好了' })
  await estate.post('/time', { offsetMs: 8 * 24 * 3_600_000 })
  await estate.post('/tick')
  await estate.post('/tick')
  const overdue = await estate.ok('demo-butler', 'repair', 'get', { id: late.id })
  expect(overdue.clocks.every(clock => clock.state === 'missed')).toBe(true)
  expect(overdue.timeline.filter(step => step.what === 'overdue')).toHaveLength(1)
  const closed = await estate.ok('demo-owner', 'repair', 'get', { id: done.id })
  expect(closed).toMatchObject({ status: 'closed', rating: null })
  await estate.post('/time', { offsetMs: 0 })
})
