import { eventually, startEstate, type Estate } from '../support/estate'
import { anEvent, codeOf, residents } from './support'
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
const titlesOf = async (who: string): Promise<string[]> =>
  (await estate.ok(who, 'notice', 'inbox', { limit: 50 })).items.map(({ title }) => title)
const count = async (who: string, title: string): Promise<number> =>
  (await titlesOf(who)).filter(each => each === title).length
const signUp = (who: string, id: string, party = 1) => estate.ok(who, 'event', 'signUp', { id, party })

test('check-in runs from three hours before the start until a day after the end, and only those who came rate the event', async () => {
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

test('a household that signs up several times at once gets no more seats than its share', async () => {
  const { id } = await anEvent(estate.ok, { perHouse: 3 })
  const replies = await Promise.all(
    ['demo-owner', 'demo-family'].map(who => estate.as(who, 'event', 'signUp', { id, party: 2 })),
  )
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'FULL' } })
  expect((await estate.ok('demo-butler', 'event', 'get', { id })).desk?.confirmed).toBe(2)
  // The refused resident may come with fewer.
  const refused = replies[0]?.ok ? 'demo-family' : 'demo-owner'
  expect((await signUp(refused, id, 1)).status).toBe('confirmed')
  expect(await codeOf(estate.as('resident-005', 'event', 'signUp', { id, party: 4 }))).toBe('INVALID_INPUT')
})

test('a ticket admits to one event once and cannot be forged; the code at the door checks a resident in', async () => {
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
  // The event's id is random hex and may well contain 001.
  expect(mine.startsWith(`${id}.`)).toBe(true)
  expect(mine.slice(id.length)).not.toMatch(/resident|001/)
  expect(await ticket('resident-003', id)).toBe('')
  const check = (event: string, code: string, who = 'demo-butler') =>
    estate.as(who, 'event', 'checkIn', { id: event, code })
  expect(await codeOf(check(other, mine))).toBe('CONFLICT')
  expect(await codeOf(check(id, `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`))).toBe(
    'INVALID_INPUT',
  )
  expect(await codeOf(check(id, mine.replace(/\.\d+\./, '.2.')))).toBe('INVALID_INPUT')
  expect(await codeOf(check(id, mine, 'resident-002'))).toBe('INVALID_INPUT')
  await estate.post('/time', { offsetMs: 70 * hour })
  const both = await Promise.all([check(id, mine), check(id, mine, 'demo-manager')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => ok)).toMatchObject({ data: { name: '住户1', party: 1, state: 'confirmed' } })
  expect(await codeOf(estate.as('resident-001', 'event', 'withdraw', { id }))).toBe('CONFLICT')

  const { scene } = await estate.ok('demo-butler', 'event', 'doorCode', { id })
  expect((await estate.ok('resident-002', 'event', 'get', { scene })).id).toBe(id)
  expect(await codeOf(check(id, scene, 'resident-002'))).toBe('ok')
  expect(await codeOf(check(id, scene, 'resident-003'))).toBe('CONFLICT')
  expect(await codeOf(check(other, scene, 'resident-001'))).toBe('INVALID_INPUT')
  const { items } = await estate.ok('demo-butler', 'event', 'roster', { id })
  expect(items.map(({ name, checkedInAt }) => [name, checkedInAt !== null])).toEqual([
    ['住户1', true],
    ['住户2', true],
    ['住户3', false],
  ])
})

test('more seats are held for the line, and fewer seats take none away', async () => {
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

test('signing up makes at most four database requests, for a full event too', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 1 })
  await estate.post('/stats/reset')
  for (const who of residents(5)) await signUp(who, id)
  const { 'event.signUp': cost } = await estate.get<Record<string, { requests: { max: number } }>>('/stats')
  expect(cost?.requests.max).toBeLessThanOrEqual(4)
})

test('an erased person is in no event, push or receipt, and their seat is free again', async () => {
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
    left: 3,
    desk: { confirmed: 0 },
  })
  expect((await estate.ok('demo-butler', 'event', 'roster', { id })).items).toEqual([])
})
