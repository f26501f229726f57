import { eventually, startEstate, type Estate } from '../support/estate'
import { anEvent, inHours, residents } from '../support/event'

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
const refusal = async (reply: Promise<{ ok: boolean; error?: { code: string; fields?: object } }>) => {
  const answer = await reply
  return answer.ok ? 'ok' : answer.error?.code
}

test('a new time and a cancellation are told to all who signed up, waiting ones too, and to nobody else', async () => {
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
  expect(await refusal(estate.as('resident-003', 'event', 'signUp', { id, party: 1 }))).toBe('CONFLICT')
  expect(await estate.ok('resident-001', 'event', 'get', { id })).toMatchObject({
    status: 'cancelled',
    reason: '下雨',
  })
})

test('of more people than one call can tell each hears of it, once', async () => {
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

test('a day and an hour before, those with a seat are reminded, once; and asked afterwards how it was', async () => {
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
  expect(await refusal(estate.as('resident-011', 'event', 'rate', { id, stars: 5 }))).toBe('CONFLICT')
  expect(await refusal(estate.as('resident-012', 'event', 'rate', { id, stars: 5 }))).toBe('CONFLICT')
  expect((await estate.ok('demo-butler', 'event', 'get', { id })).desk?.comments).toEqual(['不错'])
})

test('a timer that slept through the day before reminds an hour before, and not of what has begun', async () => {
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

test('a draft is the desk’s own until it is released; whom an event is not for does not see it', async () => {
  const draft = await anEvent(estate.ok, { draft: true, audience: { kind: 'buildings', ids: ['1'] } })
  const listed = async (who: string): Promise<boolean> =>
    (await estate.ok(who, 'event', 'list', { when: 'upcoming', limit: 50 })).items.some(
      ({ id }) => id === draft.id,
    )
  expect([
    await listed('demo-butler'),
    await listed('demo-owner'),
    await refusal(estate.as('demo-owner', 'event', 'get', { id: draft.id })),
    await refusal(estate.as('demo-owner', 'event', 'signUp', { id: draft.id, party: 1 })),
  ]).toEqual([true, false, 'FORBIDDEN', 'FORBIDDEN'])
  await estate.ok('demo-butler', 'event', 'release', { id: draft.id })
  expect([await listed('demo-owner'), await listed('demo-owner-2'), await listed('demo-guard')]).toEqual([
    true,
    false,
    false,
  ])
  expect(await refusal(estate.as('demo-owner-2', 'event', 'signUp', { id: draft.id, party: 1 }))).toBe(
    'FORBIDDEN',
  )
})

test.each([
  [{ endsAt: inHours(70) }, 'endsAt'],
  [{ signUpUntil: inHours(80) }, 'signUpUntil'],
  [{ startsAt: inHours(-9), endsAt: inHours(-8), signUpUntil: inHours(-10) }, 'endsAt'],
  [{ signUpUntil: inHours(-1) }, 'signUpUntil'],
  [{ startsAt: inHours(-1) }, 'startsAt'],
  [{ startsAt: inHours(800 * 24), endsAt: inHours(800 * 24 + 2) }, 'startsAt'],
  [{ endsAt: '9999-12-31T00:00:00Z' }, 'endsAt'],
  [{ perHouse: 6 }, 'perHouse'],
  [{ partyMost: 6 }, 'partyMost'],
  [{ perHouse: 2, partyMost: 3 }, 'partyMost'],
  [{ audience: { kind: 'roles', ids: ['owner', 'guard'] } }, 'audience.ids'],
  [{ audience: { kind: 'estate', ids: ['44'] } }, 'audience.ids'],
  [{ capacity: 0 }, 'capacity'],
  [{ title: ' ' }, 'title'],
  [{ title: '\u200b\u200b' }, 'title'],
  [{ audience: { kind: 'buildings', ids: ['x'] } }, 'audience.ids'],
])('what does not fit is named: %j', async (more, field) => {
  const reply = await estate.as('demo-butler', 'event', 'publish', {
    title: '晚餐',
    body: '一起',
    place: '会所',
    startsAt: inHours(72),
    endsAt: inHours(75),
    signUpUntil: inHours(48),
    capacity: 5,
    ...more,
  })
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) } },
  })
})

test('a draft whose time has come is not released; what was right once is corrected without being asked about again', async () => {
  const { id } = await anEvent(estate.ok, {
    draft: true,
    signUpUntil: inHours(2),
    startsAt: inHours(4),
    endsAt: inHours(9),
  })
  const open = await anEvent(estate.ok, {
    signUpUntil: inHours(2),
    startsAt: inHours(4),
    endsAt: inHours(9),
    capacity: 3,
  })
  const inVain = async (
    action: 'release' | 'update',
    input: { id: string } & Record<string, unknown>,
    field: string,
  ): Promise<void> => {
    const before = await estate.ok('demo-butler', 'event', 'get', { id: input.id })
    expect(await estate.as('demo-butler', 'event', action, input as never)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) } },
    })
    expect(await estate.ok('demo-butler', 'event', 'get', { id: input.id })).toEqual(before)
  }
  await estate.post('/time', { offsetMs: 3 * hour })
  await inVain('release', { id }, 'signUpUntil')
  await estate.post('/time', { offsetMs: 5 * hour })
  await inVain('release', { id }, 'startsAt')
  await inVain('update', { id: open.id, startsAt: inHours(3) }, 'startsAt')
  await inVain('update', { id: open.id, perHouse: 4 }, 'perHouse')
  await inVain('update', { id: open.id, audience: { kind: 'roles', ids: ['technician'] } }, 'audience.ids')
  expect(
    await estate.ok('demo-butler', 'event', 'update', { id: open.id, body: '更正', startsAt: open.startsAt }),
  ).toMatchObject({ body: '更正' })
})

test('nothing that residents read goes out unchecked, however long it is', async () => {
  const bad = '违规测试'
  const long = `${'好'.repeat(2497)}${bad}`
  const event = {
    title: '晚餐',
    body: '一起',
    place: '会所',
    startsAt: inHours(72),
    endsAt: inHours(75),
    signUpUntil: inHours(48),
    capacity: 5,
  }
  const listed = async (): Promise<number> =>
    (await estate.ok('demo-butler', 'event', 'list', { when: 'upcoming', limit: 50 })).items.length
  const before = await listed()
  for (const more of [{ place: bad }, { placeEn: bad }, { titleEn: bad }, { bodyEn: long }])
    expect(await refusal(estate.as('demo-butler', 'event', 'publish', { ...event, ...more }))).toBe(
      'UNSAFE_CONTENT',
    )
  expect(await listed()).toBe(before)
  const made = await anEvent(estate.ok)
  const { id } = made
  for (const more of [{ place: bad }, { placeEn: bad }, { bodyEn: long }])
    expect(await refusal(estate.as('demo-butler', 'event', 'update', { id, ...more }))).toBe('UNSAFE_CONTENT')
  expect(await refusal(estate.as('demo-butler', 'event', 'cancel', { id, reason: bad }))).toBe(
    'UNSAFE_CONTENT',
  )
  expect(await refusal(estate.as('demo-butler', 'event', 'push', { id, message: bad }))).toBe(
    'UNSAFE_CONTENT',
  )
  expect(await estate.ok('demo-butler', 'event', 'get', { id })).toEqual({
    ...made,
    actions: expect.any(Array),
  })
})

test('the same people are not told twice within an hour; the same request is answered as the first time', async () => {
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

test('people are checked in from three hours before it begins until a day after its end, and those who came say how it was', async () => {
  const { id } = await anEvent(estate.ok, {
    startsAt: inHours(30),
    endsAt: inHours(32),
    signUpUntil: inHours(20),
  })
  for (const who of ['resident-061', 'resident-062']) await signUp(who, id)
  const codes = (await estate.ok('demo-butler', 'event', 'roster', { id })).items.map(
    ({ code }) => code ?? '',
  )
  const check = (n: number) => estate.as('demo-butler', 'event', 'checkIn', { id, code: codes[n] ?? '' })
  const offered = async (who = 'demo-butler') => (await estate.ok(who, 'event', 'get', { id })).actions
  expect(await check(0)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringMatching(/\d+月\d+日 \d\d:\d\d 开始签到/) },
  })
  expect([await offered(), (await estate.ok('demo-butler', 'event', 'get', { id })).desk?.came]).toEqual([
    expect.not.arrayContaining(['checkIn']),
    0,
  ])
  await estate.post('/time', { offsetMs: 27.1 * hour })
  expect(await offered()).toContain('checkIn')
  expect(await check(0)).toMatchObject({ ok: true })
  await estate.post('/time', { offsetMs: 33 * hour })
  expect([await offered('resident-061'), await offered('resident-062')]).toEqual([['rate'], []])
  expect(await estate.as('resident-062', 'event', 'rate', { id, stars: 1 })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
  expect((await estate.ok('resident-061', 'event', 'rate', { id, stars: 5 })).rating).toEqual({
    stars: 5,
    count: 1,
  })
  await estate.post('/time', { offsetMs: 56.1 * hour })
  expect(await check(1)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('结束') },
  })
  expect((await estate.ok('demo-butler', 'event', 'get', { id })).desk?.came).toBe(1)
})

test('a house gets no more seats than its share, asked for at once by all who live there', async () => {
  const { id } = await anEvent(estate.ok, { perHouse: 3 })
  const replies = await Promise.all(
    ['demo-owner', 'demo-family'].map(who => estate.as(who, 'event', 'signUp', { id, party: 2 })),
  )
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'FULL' } })
  expect((await estate.ok('demo-butler', 'event', 'get', { id })).desk?.confirmed).toBe(2)
  // Whoever was refused may come with fewer.
  const refused = replies[0]?.ok ? 'demo-family' : 'demo-owner'
  expect((await signUp(refused, id, 1)).status).toBe('confirmed')
  expect(await refusal(estate.as('resident-005', 'event', 'signUp', { id, party: 4 }))).toBe('INVALID_INPUT')
})

test('a ticket opens one event, once, and is not to be made up; the code at the door lets one in oneself', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 2 })
  const { id: other } = await anEvent(estate.ok)
  for (const [who, event] of [
    ['resident-001', id],
    ['resident-002', id],
    ['resident-003', id],
    ['resident-001', other],
  ])
    await signUp(who ?? '', event ?? '')
  const ticket = async (who: string, event: string): Promise<string> =>
    (await estate.ok(who, 'event', 'get', { id: event })).mine?.ticket ?? ''
  const mine = await ticket('resident-001', id)
  expect(mine).not.toMatch(/resident|001/)
  expect(await ticket('resident-003', id)).toBe('')
  const check = (event: string, code: string, who = 'demo-butler') =>
    estate.as(who, 'event', 'checkIn', { id: event, code })
  expect(await refusal(check(other, mine))).toBe('CONFLICT')
  expect(await refusal(check(id, `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`))).toBe(
    'INVALID_INPUT',
  )
  expect(await refusal(check(id, mine.replace(/\.\d+\./, '.2.')))).toBe('INVALID_INPUT')
  expect(await refusal(check(id, mine, 'resident-002'))).toBe('INVALID_INPUT')
  await estate.post('/time', { offsetMs: 70 * hour })
  const both = await Promise.all([check(id, mine), check(id, mine, 'demo-manager')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => ok)).toMatchObject({ data: { name: '住户1', party: 1, state: 'confirmed' } })
  expect(await refusal(estate.as('resident-001', 'event', 'withdraw', { id }))).toBe('CONFLICT')

  const { scene } = await estate.ok('demo-butler', 'event', 'doorCode', { id })
  expect((await estate.ok('resident-002', 'event', 'get', { scene })).id).toBe(id)
  expect(await refusal(check(id, scene, 'resident-002'))).toBe('ok')
  expect(await refusal(check(id, scene, 'resident-003'))).toBe('CONFLICT')
  expect(await refusal(check(other, scene, 'resident-001'))).toBe('INVALID_INPUT')
  const { items } = await estate.ok('demo-butler', 'event', 'roster', { id })
  expect(items.map(({ name, checkedInAt }) => [name, checkedInAt !== null])).toEqual([
    ['住户1', true],
    ['住户2', true],
    ['住户3', false],
  ])
})

test('more chairs are held for the line, and nobody loses a seat to fewer', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 1 })
  for (const who of ['resident-031', 'resident-032']) await signUp(who, id)
  expect(await estate.ok('demo-butler', 'event', 'update', { id, capacity: 2 })).toMatchObject({
    capacity: 2,
    left: 0,
  })
  await eventually(async () => {
    await estate.post('/tick')
    return (await count('resident-032', '有名额了，请尽快确认')) === 1
  })
  await estate.ok('resident-032', 'event', 'confirmHold', { id })
  expect(await estate.ok('demo-butler', 'event', 'update', { id, capacity: 1 })).toMatchObject({
    capacity: 2,
    left: 0,
  })
})

test('signing up asks the database four times at most, in a full event too', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 1 })
  await estate.post('/stats/reset')
  for (const who of residents(5)) await signUp(who, id)
  const { 'event.signUp': cost } = await estate.get<Record<string, { requests: { max: number } }>>('/stats')
  expect(cost?.requests.max).toBeLessThanOrEqual(4)
})

test('an invitation leads from the inbox to the event, and goes when the event is called off', async () => {
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

test('who erases themselves is in no event, push or receipt, and their seat stays counted', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 3 })
  await estate.ok('resident-050', 'event', 'signUp', { id, party: 2 })
  await estate.ok('resident-051', 'event', 'signUp', { id, party: 1 })
  await estate.ok('resident-051', 'event', 'withdraw', { id })
  const notice = await estate.ok('demo-butler', 'notice', 'publish', {
    title: '通知',
    body: '内容',
    audience: { kind: 'roles', ids: ['owner'] },
    push: true,
  })
  await eventually(async () => (await estate.as('resident-050', 'notice', 'read', { id: notice.id })).ok)
  await eventually(async () => {
    await estate.post('/tick')
    const push = await estate.as('demo-butler', 'notice', 'push', { pushId: notice.pushId })
    return push.ok && push.data.done
  })
  const held = async (who: string) =>
    Promise.all(
      ['events', 'push_rows', 'notice_reads', 'pushes', 'messages'].map(async name =>
        (await estate.records(name)).includes(who),
      ),
    )
  expect((await held('resident-050')).slice(0, 3)).toEqual([true, true, true])
  for (const who of ['resident-050', 'resident-051']) {
    expect(JSON.stringify(await estate.ok(who, 'account', 'exportMine'))).toContain(id)
    await estate.ok(who, 'account', 'erase', { confirm: true })
    expect(await held(who)).toEqual([false, false, false, false, false])
  }
  expect(await estate.ok('demo-butler', 'event', 'get', { id })).toMatchObject({
    left: 1,
    desk: { confirmed: 2 },
  })
  expect((await estate.ok('demo-butler', 'event', 'roster', { id })).items).toMatchObject([
    { name: '', party: 2 },
  ])
})
