import type { PushProgress } from '@domain/notice/contract'
import { eventually, startEstate, type Estate } from '../support/estate'
import { inDays } from '../support/times'

jest.setTimeout(120_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate(undefined, { ANLIN_TEMPLATES: '{"eventNews":"registeredWrong"}' })
})
afterAll(() => estate.stop())
afterEach(async () => {
  await estate.post('/time', { offsetMs: 0 })
})

const accepts = async (who: string, template = 'estateNotice'): Promise<number> =>
  (await estate.ok(who, 'account', 'session')).accepts[template] ?? 0
const accept = (who: string, template = 'estateNotice') =>
  estate.ok(who, 'notice', 'consent', { results: { [template]: 'accept' } })
const push = async (ids: string[]): Promise<string> =>
  (
    await estate.ok('demo-butler', 'notice', 'publish', {
      title: '停水',
      body: '明天停水',
      audience: { kind: 'houses', ids },
      push: true,
    })
  ).pushId ?? ''
const progress = (
  pushId: string,
  until: (push: PushProgress) => boolean = ({ done }) => done,
): Promise<PushProgress> =>
  eventually(async () => {
    const reply = await estate.as('demo-butler', 'notice', 'push', { pushId })
    return reply.ok && until(reply.data) ? reply.data : undefined
  })
const messagesTo = async (who: string): Promise<number> =>
  (await estate.get<unknown[]>(`/outbox?openid=${who}`)).length

test('one accept is one message, and the desk sees before how many it will reach', async () => {
  const audience = { kind: 'houses' as const, ids: ['tianma-1'] }
  expect(await estate.ok('demo-butler', 'notice', 'reach', { audience })).toMatchObject({ reachable: 0 })
  await accept('demo-owner')
  const reach = await estate.ok('demo-butler', 'notice', 'reach', { audience })
  expect(reach.reachable).toBe(1)
  const first = await progress(await push(['tianma-1']))
  expect(first).toMatchObject({
    total: reach.people,
    sent: 1,
    refused: reach.people - 1,
    failed: 0,
    left: 0,
    stage: 'done',
  })
  const second = await push(['tianma-1'])
  expect((await progress(second)).sent).toBe(0)
  expect([await accepts('demo-owner'), await messagesTo('demo-owner')]).toEqual([0, 1])
  const { items } = await estate.ok('demo-butler', 'notice', 'told', { pushId: second, state: 'refused' })
  expect(items.find(({ name }) => name === '周示例')).toMatchObject({ house: '1', reason: 'noConsent' })
})

test('WeChat answers 43101: the ledger is emptied, and the next push does not try', async () => {
  // WeChat has lost the consent: the ledger counts accepts that WeChat no longer has.
  await estate.post('/admin', {
    action: 'database.modifyDocument',
    collectionName: 'persons',
    query: JSON.stringify({ _id: 'demo-owner-2' }),
    data: JSON.stringify({ $set: { 'quota.estateNotice': 3 } }),
    merge: true,
    upsert: false,
    multi: true,
  })
  const first = await push(['tianma-44-1'])
  expect((await progress(first)).sent).toBe(0)
  expect(
    (await estate.ok('demo-butler', 'notice', 'told', { pushId: first, state: 'refused' })).items.map(
      ({ reason }) => reason,
    ),
  ).toContain('refused')
  expect(await accepts('demo-owner-2')).toBe(0)
})

test('an accept is given back after a value of the wrong type, and the managers are notified once a day', async () => {
  await accept('demo-owner', 'registeredWrong')
  await accept('demo-owner', 'registeredWrong')
  const { id } = await estate.ok('demo-butler', 'event', 'publish', {
    title: '晚餐',
    body: '一起吃饭',
    place: '会所',
    startsAt: inDays(2),
    endsAt: inDays(3),
    signUpUntil: inDays(1),
    capacity: 5,
    audience: { kind: 'houses', ids: ['tianma-1'] },
  })
  for (let times = 0; times < 2; times++) {
    await estate.post('/time', { offsetMs: times * 61 * 60_000 })
    const { pushId } = await estate.ok('demo-butler', 'event', 'push', { id })
    expect(await progress(pushId)).toMatchObject({ sent: 0, failed: 1 })
    expect(
      (await estate.ok('demo-butler', 'notice', 'told', { pushId, state: 'failed' })).items,
    ).toMatchObject([{ name: '周示例', reason: 'wrongValue' }])
  }
  expect(await accepts('demo-owner', 'registeredWrong')).toBe(2)
  const reports = (await estate.ok('demo-manager', 'notice', 'inbox')).items.filter(({ body }) =>
    body.includes('47003'),
  )
  expect(reports.map(({ title }) => title)).toEqual(['微信拒收了一类通知，请检查消息模板'])
})

test('in a house’s quiet hours the push waits; everybody else gets it at once', async () => {
  // At 23:00 of the estate's day.
  const night = new Date(
    `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T15:00:00Z`,
  ).getTime()
  await estate.ok('demo-owner', 'account', 'saveHousehold', {
    houseId: 'tianma-1',
    quiet: { from: '22:00', to: '07:00' },
  })
  await estate.post('/time', { offsetMs: night - Date.now() })
  for (const who of ['demo-owner', 'demo-tenant']) await accept(who)
  const pushId = await push([
    'tianma-1',
    (await estate.ok('demo-tenant', 'account', 'session')).houses[0]?.id ?? '',
  ])
  const waiting = await progress(pushId, ({ sent }) => sent === 1)
  expect(waiting).toMatchObject({
    done: false,
    left: 1,
    dueAt: new Date(night + 8 * 3_600_000).toISOString(),
  })
  const before = await messagesTo('demo-owner')
  await estate.post('/time', { offsetMs: night - Date.now() + 8.1 * 3_600_000 })
  await estate.post('/tick')
  expect(await progress(pushId)).toMatchObject({ sent: 2, left: 0 })
  expect(await messagesTo('demo-owner')).toBe(before + 1)
})

test('withdrawing a notice stops its push', async () => {
  await estate.ok('demo-owner', 'account', 'saveHousehold', {
    houseId: 'tianma-1',
    quiet: { from: '00:00', to: '23:59' },
  })
  await accept('demo-owner')
  const { id, pushId } = await estate.ok('demo-butler', 'notice', 'publish', {
    title: '误发',
    body: '请忽略',
    audience: { kind: 'houses', ids: ['tianma-1'] },
    push: true,
  })
  await progress(pushId ?? '', ({ left }) => left === 1)
  await estate.ok('demo-butler', 'notice', 'withdraw', { id })
  expect(await progress(pushId ?? '')).toMatchObject({ done: true })
  expect(
    (await estate.ok('demo-butler', 'notice', 'told', { pushId: pushId ?? '', state: 'failed' })).items,
  ).toMatchObject([{ reason: 'withdrawn' }])
})
