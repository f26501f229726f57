import { startEstate, type Estate } from '../support/estate'
import { anEvent, codeOf } from './support'
import { inHours } from '../support/times'

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

test('only the desk sees a draft until it is released; only its audience sees an event', async () => {
  const draft = await anEvent(estate.ok, { draft: true, audience: { kind: 'buildings', ids: ['1'] } })
  const listed = async (who: string): Promise<boolean> =>
    (await estate.ok(who, 'event', 'list', { when: 'upcoming', limit: 50 })).items.some(
      ({ id }) => id === draft.id,
    )
  expect([
    await listed('demo-butler'),
    await listed('demo-owner'),
    await codeOf(estate.as('demo-owner', 'event', 'get', { id: draft.id })),
    await codeOf(estate.as('demo-owner', 'event', 'signUp', { id: draft.id, party: 1 })),
  ]).toEqual([true, false, 'FORBIDDEN', 'FORBIDDEN'])
  await estate.ok('demo-butler', 'event', 'release', { id: draft.id })
  expect([await listed('demo-owner'), await listed('demo-owner-2'), await listed('demo-guard')]).toEqual([
    true,
    false,
    false,
  ])
  expect(await codeOf(estate.as('demo-owner-2', 'event', 'signUp', { id: draft.id, party: 1 }))).toBe(
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
])('an invalid field is named: %j', async (more, field) => {
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

test('a draft whose time has passed is not released; an event that was valid once can be corrected without new checks of its times', async () => {
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

test('no text for residents goes out unchecked, however long it is', async () => {
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
    expect(await codeOf(estate.as('demo-butler', 'event', 'publish', { ...event, ...more }))).toBe(
      'UNSAFE_CONTENT',
    )
  expect(await listed()).toBe(before)
  const made = await anEvent(estate.ok)
  const { id } = made
  for (const more of [{ place: bad }, { placeEn: bad }, { bodyEn: long }])
    expect(await codeOf(estate.as('demo-butler', 'event', 'update', { id, ...more }))).toBe('UNSAFE_CONTENT')
  expect(await codeOf(estate.as('demo-butler', 'event', 'cancel', { id, reason: bad }))).toBe(
    'UNSAFE_CONTENT',
  )
  expect(await codeOf(estate.as('demo-butler', 'event', 'push', { id, message: bad }))).toBe('UNSAFE_CONTENT')
  expect(await estate.ok('demo-butler', 'event', 'get', { id })).toEqual({
    ...made,
    actions: expect.any(Array),
  })
})
