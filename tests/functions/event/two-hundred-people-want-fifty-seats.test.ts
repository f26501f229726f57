import type { Output } from '@domain/contract'
import { startEstate, type Estate } from '../support/estate'
import { anEvent, residents, soon } from './support'

jest.setTimeout(240_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

type Roster = Output<'event', 'roster'>['items']
async function rosterOf(id: string): Promise<Roster> {
  const all: Roster = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Output<'event', 'roster'> = await estate.ok('demo-butler', 'event', 'roster', {
      id,
      limit: 50,
      ...(cursor ? { cursor } : {}),
    })
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

test('of two hundred at once for fifty seats fifty are confirmed and the others wait in order, nobody twice', async () => {
  const { id } = await anEvent(estate.ok)
  const everybody = residents(200)
  // Each phone sends its request twice, as on a bad network.
  const answers = await Promise.all(
    everybody.map(async who => {
      const more = { requestId: `sign-up-${who}` }
      const [first, second] = await Promise.all([
        estate.with(more).ok(who, 'event', 'signUp', { id, party: 1 }),
        estate.with(more).ok(who, 'event', 'signUp', { id, party: 1 }),
      ])
      expect([second.status, second.position]).toEqual([first.status, first.position])
      return first
    }),
  )
  expect(answers.filter(({ status }) => status === 'confirmed')).toHaveLength(50)
  const positions = answers.flatMap(({ position }) => position ?? [])
  expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, n) => n + 1))
  const roster = await rosterOf(id)
  expect(roster.map(({ state }) => state)).toEqual([
    ...Array<string>(50).fill('confirmed'),
    ...Array<string>(150).fill('waiting'),
  ])
  expect(new Set(roster.map(({ no }) => no)).size).toBe(200)
  expect(await estate.as('resident-001', 'event', 'signUp', { id, party: 1 })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
})

test('with withdrawals and a weak database at the same time no seat is lost and none doubled', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 20 })
  const early = residents(20)
  for (const who of early) await estate.ok(who, 'event', 'signUp', { id, party: 1 })
  await estate.post('/faults', { rate: 0.15, kind: 'timeout-after-write' })
  const late = residents(40, 101)
  const answers = await Promise.all([
    ...late.map(who => estate.retry(who, 'event', 'signUp', { id, party: 1 })),
    ...early.slice(0, 10).map(who => estate.retry(who, 'event', 'withdraw', { id })),
  ])
  await estate.post('/faults', { rate: 0 })
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  const roster = await rosterOf(id)
  const seated = roster.filter(({ state }) => state !== 'waiting')
  expect([seated.length, roster.length]).toEqual([20, 50])
  const { left, waiting } = await estate.ok('demo-butler', 'event', 'get', { id })
  expect([left, waiting]).toEqual([0, 30])
  // The freed seats went to the first in the line.
  const line = roster.filter(({ state }) => state === 'waiting').map(({ no }) => no)
  const held = roster.filter(({ state }) => state === 'held').map(({ no }) => no)
  if (held.length > 0) expect(Math.max(...held)).toBeLessThan(Math.min(...line))
})

test('a held seat brings a message, lapses after twelve hours, and goes to the next in line, who confirms it', async () => {
  const { id } = await anEvent(estate.ok, { capacity: 1 })
  await estate.ok('resident-001', 'event', 'signUp', { id, party: 1 })
  await estate.ok('resident-002', 'event', 'signUp', { id, party: 1 })
  await estate.ok('resident-003', 'event', 'signUp', { id, party: 1 })
  expect(await estate.as('resident-002', 'event', 'confirmHold', { id })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
  await estate.ok('resident-001', 'event', 'withdraw', { id })
  await estate.post('/tick')
  const titles = async (who: string): Promise<string[]> =>
    (await estate.ok(who, 'notice', 'inbox')).items.map(({ title }) => title)
  expect(await titles('resident-002')).toEqual(['有名额了，请尽快确认'])
  await estate.post('/time', { offsetMs: 12.1 * 3_600_000 })
  expect(await estate.as('resident-002', 'event', 'confirmHold', { id })).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT' },
  })
  await estate.post('/tick')
  await estate.post('/tick')
  expect(await titles('resident-002')).toEqual(['保留的名额已过期', '有名额了，请尽快确认'])
  expect(await titles('resident-003')).toEqual(['有名额了，请尽快确认'])
  const confirmed = await estate.ok('resident-003', 'event', 'confirmHold', { id })
  expect([confirmed.mine?.state, confirmed.left]).toEqual(['confirmed', 0])
  await estate.post('/time', { offsetMs: 0 })
})

test('a resident’s own events are those they are signed up for, also for another audience, until they withdraw', async () => {
  const { id } = await anEvent(estate.ok)
  await estate.ok('resident-101', 'event', 'signUp', { id, party: 1 })
  const own = async () =>
    (await estate.ok('resident-101', 'event', 'list', { when: 'mine' })).items.map(event => event.id)
  expect(await own()).toContain(id)
  await estate.ok('demo-butler', 'event', 'update', { id, audience: { kind: 'buildings', ids: ['44'] } })
  expect((await estate.ok('resident-101', 'event', 'get', { id })).mine?.state).toBe('confirmed')
  await estate.ok('resident-101', 'event', 'withdraw', { id })
  expect(await own()).not.toContain(id)
})

test('a used code names the time of its use and admits nobody again', async () => {
  const { id } = await anEvent(estate.ok, soon())
  await estate.ok('resident-102', 'event', 'signUp', { id, party: 1 })
  const {
    items: [line],
  } = await estate.ok('demo-butler', 'event', 'roster', { id })
  await estate.ok('demo-butler', 'event', 'checkIn', { id, code: line?.code ?? '' })
  const again = await estate.as('demo-butler', 'event', 'checkIn', { id, code: line?.code ?? '' })
  expect(again).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringMatching(/^已签到：.*\d{2}:\d{2}$/) },
  })
})
