import type { Message } from '@domain/notice/contract'
import { eventually, startEstate, type Estate } from '../support/estate'
import { inHours } from '../support/times'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(async () => {
  await estate.post('/time', { offsetMs: 0 })
})

const publish = (more: object, who = 'demo-butler') =>
  estate.ok(who, 'notice', 'publish', {
    title: '停水',
    body: '明天停水',
    audience: { kind: 'estate' },
    ...more,
  })
const inboxOf = async (who: string): Promise<Message[]> =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items
const sees = async (who: string, id: string): Promise<boolean> =>
  (await inboxOf(who)).some(message => message.id === id)
/** Waits until the courier has put the notice into the inbox; the inboxes of an estate change together. */
const arrived = (id: string, who = 'demo-owner'): Promise<unknown> => eventually(() => sees(who, id))

// demo-owner lives in building 1 (house tianma-1), demo-owner-2 in building 44 (tianma-44-1), demo-tenant in
// 36-1.
test.each([
  [
    'estate',
    undefined,
    {
      'demo-owner': true,
      'demo-owner-2': true,
      'demo-guard': true,
      'demo2-owner': false,
      'demo2-butler': false,
    },
  ],
  [
    'buildings',
    ['1'],
    {
      'demo-owner': true,
      'demo-family': true,
      'demo-owner-2': false,
      'demo-guard': false,
      'demo2-owner': false,
    },
  ],
  [
    'houses',
    ['tianma-1'],
    { 'demo-owner': true, 'demo-family': true, 'demo-owner-2': false, 'demo2-owner': false },
  ],
  [
    'roles',
    ['owner', 'guard'],
    {
      'demo-owner': true,
      'demo-owner-2': true,
      'demo-family': false,
      'demo-guard': true,
      'demo-butler': false,
      'demo2-owner': false,
      'demo2-guard': false,
    },
  ],
] as const)('for %s %j it is in these inboxes and no others', async (kind, ids, expected) => {
  const { id } = await publish({ audience: { kind, ...(ids ? { ids } : {}) } })
  await arrived(id)
  const seen = Object.fromEntries(
    await Promise.all(Object.keys(expected).map(async who => [who, await sees(who, id)])),
  )
  expect(seen).toEqual(expected)
  for (const [who, may] of Object.entries(expected))
    if (who !== 'demo-butler')
      expect([who, (await estate.as(who, 'notice', 'get', { id })).ok]).toEqual([who, may])
})

test.each([
  [{ kind: 'buildings' }, 'audience.ids'],
  [{ kind: 'buildings', ids: ['no-such-building'] }, 'audience.ids'],
  [{ kind: 'houses', ids: ['second-1-1'] }, 'audience.ids'],
  [{ kind: 'roles', ids: ['king'] }, 'audience.ids'],
  [{ kind: 'roles', ids: [] }, 'audience.ids'],
  [{ kind: 'estate', ids: ['44'] }, 'audience.ids'],
  [{ kind: 'everybody' }, 'audience.kind'],
])('an audience that is none is refused by name: %j', async (audience, field) => {
  const reply = await estate.as('demo-butler', 'notice', 'publish', { title: 'x', body: 'y', audience })
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) } },
  })
})

test('pinned notices are on top of newer ones, in the reader’s language; expired and withdrawn ones are gone', async () => {
  const pinned = await publish({
    title: '电梯检修',
    titleEn: 'Lift maintenance',
    body: '本周五',
    bodyEn: 'This Friday',
    pin: true,
    until: inHours(10),
  })
  const newer = await publish({ title: '更新的公告' })
  await arrived(newer.id)
  await arrived(pinned.id)
  expect((await inboxOf('demo-owner')).slice(0, 2).map(({ id, pinned: top }) => [id, top])).toEqual([
    [pinned.id, true],
    [newer.id, false],
  ])
  const english = (await estate.with({ lang: 'en' }).ok('demo-owner', 'notice', 'inbox', {})).items
  expect(english.slice(0, 2).map(({ title, body }) => [title, body])).toEqual([
    ['Lift maintenance', 'This Friday'],
    ['更新的公告', '明天停水'],
  ])
  await estate.ok('demo-butler', 'notice', 'pin', { id: pinned.id, pin: false })
  expect((await inboxOf('demo-owner')).slice(0, 2).map(({ id }) => id)).toEqual([newer.id, pinned.id])
  await estate.ok('demo-butler', 'notice', 'withdraw', { id: newer.id })
  expect([await sees('demo-owner', newer.id), await sees('demo-owner', pinned.id)]).toEqual([false, true])
  expect((await estate.as('demo-owner', 'notice', 'get', { id: newer.id })).ok).toBe(false)
  await estate.post('/time', { offsetMs: 11 * 3_600_000 })
  await estate.post('/tick')
  expect(await sees('demo-owner', pinned.id)).toBe(false)
  expect(
    (await estate.ok('demo-butler', 'notice', 'board')).items.find(({ id }) => id === newer.id)?.withdrawn,
  ).toBe(true)
})

test('one reader counts for the house; the badge counts down; a new resident gets no flood of old notices', async () => {
  const before = (await estate.ok('demo-owner', 'account', 'session')).unread
  const { id } = await publish({ audience: { kind: 'buildings', ids: ['1', '44'] } })
  await arrived(id)
  expect((await estate.ok('demo-owner', 'account', 'session')).unread).toBe(before + 1)
  const states = async () =>
    Object.fromEntries(
      (await estate.ok('demo-butler', 'notice', 'receipts', { id, limit: 50 })).items.map(
        ({ name, state }) => [name, state],
      ),
    )
  expect(await states()).toMatchObject({ 1: 'unread', '44-1': 'unread' })
  expect((await estate.ok('demo-family', 'notice', 'read', { id })).unread).toBeGreaterThanOrEqual(0)
  expect(await states()).toMatchObject({ 1: 'read', '44-1': 'unread' })
  // A reader's count does not change another's.
  expect((await estate.ok('demo-owner', 'account', 'session')).unread).toBe(before + 1)
  expect((await estate.ok('demo-owner', 'notice', 'read', { id })).unread).toBe(before)
  expect((await inboxOf('demo-owner')).find(message => message.id === id)?.read).toBe(true)
  const first = await estate.ok('demo-butler', 'notice', 'receipts', { id, limit: 2 })
  expect([first.read, first.of]).toEqual([1, 6])
  expect((await estate.as('demo-guard', 'notice', 'read', { id })).ok).toBe(false)
  await estate.ok('demo-owner-2', 'notice', 'read', {})
  expect((await estate.ok('demo-owner-2', 'notice', 'unread')).unread).toBe(0)
  // Marking everything as read tidies the inbox; it does not count as having read the notice.
  expect(await states()).toMatchObject({ '44-1': 'unread' })
  await estate.post('/time', { offsetMs: 40 * 86_400_000 })
  expect((await estate.ok('resident-020', 'notice', 'unread')).unread).toBe(0)
})

test('a repeated request does not pin a notice again that was unpinned meanwhile', async () => {
  const { id } = await publish({})
  const pin = (value: boolean, requestId: string) =>
    estate.with({ requestId }).ok('demo-butler', 'notice', 'pin', { id, pin: value })
  const pinned = async (): Promise<boolean> =>
    (await estate.ok('demo-butler', 'notice', 'get', { id })).pinned
  expect((await pin(true, 'pin-request-a')).pinned).toBe(true)
  expect(
    (await Promise.all([pin(true, 'pin-request-b'), pin(true, 'pin-request-b')])).map(
      ({ pinned: top }) => top,
    ),
  ).toEqual([true, true])
  expect((await pin(false, 'pin-request-c')).pinned).toBe(false)
  for (const request of ['pin-request-a', 'pin-request-b'])
    expect([(await pin(true, request)).pinned, await pinned()]).toEqual([true, false])
})

test('invisible characters are no text, and a text of any length is checked', async () => {
  const board = async (): Promise<number> =>
    (await estate.ok('demo-butler', 'notice', 'board', { limit: 50 })).items.length
  const before = await board()
  const refused = async (more: object) => {
    const reply = await estate.as('demo-butler', 'notice', 'publish', {
      title: '停水',
      body: '明天',
      audience: { kind: 'estate' },
      ...more,
    })
    return reply.ok ? {} : reply.error
  }
  expect(await refused({ title: '\u200b\u200b' })).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { title: '必填' },
  })
  expect(await refused({ body: '\u202e' })).toMatchObject({ code: 'INVALID_INPUT', fields: { body: '必填' } })
  expect(await refused({ audience: { kind: 'roles', ids: [] } })).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'audience.ids': '至少 1 项' },
  })
  for (const letters of [2480, 2495, 3990])
    expect(await refused({ bodyEn: `${'a'.repeat(letters)}违规测试` })).toMatchObject({
      code: 'UNSAFE_CONTENT',
    })
  expect(await board()).toBe(before)
})

test('only those who have not read a notice are reminded', async () => {
  for (const who of ['demo-owner', 'demo-family', 'demo-owner-2'])
    for (let n = 0; n < 2; n++)
      await estate.ok(who, 'notice', 'consent', { results: { estateNotice: 'accept' } })
  const { id, pushId } = await publish({
    audience: { kind: 'houses', ids: ['tianma-1', 'tianma-44-1'] },
    push: true,
  })
  const done = (push: string) =>
    eventually(async () => {
      const reply = await estate.as('demo-butler', 'notice', 'push', { pushId: push })
      return reply.ok && reply.data.done ? reply.data : undefined
    })
  const notified = async (): Promise<string[]> =>
    (await estate.get<{ openid: string; page: string }[]>('/outbox'))
      .filter(({ page }) => page.includes(id))
      .map(({ openid }) => openid)
      .sort()
  expect((await done(pushId ?? '')).sent).toBe(3)
  expect(await notified()).toEqual(['demo-family', 'demo-owner', 'demo-owner-2'])
  await estate.ok('demo-family', 'notice', 'read', { id })
  const remind = (requestId: string) =>
    estate.with({ requestId }).as('demo-butler', 'notice', 'remind', { id })
  const soon = await remind('remind-too-soon')
  expect(soon).toMatchObject({ ok: false, error: { code: 'TOO_MANY', retryAfter: expect.any(Number) } })
  expect((await estate.ok('demo-butler', 'notice', 'get', { id })).pushes).toEqual([pushId])
  await estate.post('/time', { offsetMs: 61 * 60_000 })
  const reminded = await estate
    .with({ requestId: 'remind-in-time' })
    .ok('demo-butler', 'notice', 'remind', { id })
  const again = reminded.pushId
  expect(await remind('remind-once-more')).toMatchObject({ ok: false, error: { code: 'TOO_MANY' } })
  expect(await remind('remind-in-time')).toMatchObject({ ok: true, data: reminded })
  expect((await done(again)).sent).toBe(1)
  expect(await notified()).toEqual(['demo-family', 'demo-owner', 'demo-owner-2', 'demo-owner-2'])
})

test('a person who loses a post or leaves a house leaves its groups, and keeps those of another house', async () => {
  await estate.ok('demo-manager', 'account', 'grant', {
    openid: 'resident-060',
    role: 'guard',
    name: '兼职门岗',
  })
  const forGuards = await publish({ audience: { kind: 'roles', ids: ['guard'] } })
  await arrived(forGuards.id, 'resident-060')
  expect(
    (await estate.ok('demo-butler', 'notice', 'reach', { audience: { kind: 'roles', ids: ['guard'] } }))
      .people,
  ).toBe(3)
  await estate.ok('demo-manager', 'account', 'revoke', { openid: 'resident-060', role: 'guard' })
  expect(await sees('resident-060', forGuards.id)).toBe(false)
  expect(
    (await estate.ok('demo-butler', 'notice', 'reach', { audience: { kind: 'roles', ids: ['guard'] } }))
      .people,
  ).toBe(2)
  // The person is still an owner, and still of the estate.
  const everybody = await publish({})
  await arrived(everybody.id, 'resident-060')
  const [binding] = (await estate.ok('resident-060', 'account', 'bindings', { mine: true })).items
  const people = async (): Promise<number> =>
    (await estate.ok('demo-butler', 'notice', 'reach', { audience: { kind: 'estate' } })).people
  const before = await people()
  await estate.ok('resident-060', 'account', 'unbind', { id: binding?.id })
  expect([await sees('resident-060', everybody.id).catch(() => false), await people()]).toEqual([
    false,
    before - 1,
  ])
})

test('an inbox with three hundred notices costs as many requests and documents as one with three', async () => {
  const cost = async () => {
    await estate.post('/stats/reset')
    await inboxOf('demo-owner')
    const { 'notice.inbox': inbox } =
      await estate.get<Record<string, { requests: { max: number }; examined: { max: number } }>>('/stats')
    return { requests: inbox?.requests.max ?? 0, examined: inbox?.examined.max ?? 0 }
  }
  const before = await cost()
  for (let n = 0; n < 300; n++)
    await publish({ title: `公告 ${String(n)}`, audience: { kind: 'buildings', ids: [n % 2 ? '1' : '2'] } })
  await estate.post('/tick')
  await estate.post('/tick')
  await estate.post('/tick')
  const after = await cost()
  expect(after.requests).toBe(2)
  expect(before.requests).toBe(2)
  // A page of 50, one more, and the person, however many notices there are.
  expect(after.examined).toBeLessThanOrEqual(60)
})
