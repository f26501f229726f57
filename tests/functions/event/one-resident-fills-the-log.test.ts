import { newRequestId, startEstate, type Estate } from '../support/estate'
import { anEvent, codeOf, residents, soon } from './support'

jest.setTimeout(240_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

let travelled = 0
/** Sets the limit, and waits until every instance has read it. */
async function limit(signUpsPerEvent: number): Promise<void> {
  await estate.ok('demo-manager', 'account', 'updateSettings', { limits: { signUpsPerEvent } })
  travelled += 61_000
  await estate.post('/time', { offsetMs: travelled })
}
const signUp = (who: string, id: string) => estate.as(who, 'event', 'signUp', { id, party: 1 })
const withdraw = (who: string, id: string) => estate.as(who, 'event', 'withdraw', { id })

test('who signs up and withdraws in a loop is stopped, and can still withdraw; others are not', async () => {
  await limit(3)
  const { id } = await anEvent(estate.ok)
  for (let n = 0; n < 3; n++) {
    expect(await codeOf(signUp('resident-010', id))).toBe('ok')
    expect(await codeOf(withdraw('resident-010', id))).toBe('ok')
  }
  expect(await signUp('resident-010', id)).toMatchObject({
    ok: false,
    error: {
      code: 'TOO_MANY',
      retryAfter: expect.any(Number) as number,
      message: expect.stringContaining('3') as string,
    },
  })
  expect(await codeOf(signUp('resident-011', id))).toBe('ok')
  const { items } = await estate.ok('demo-butler', 'desk', 'todo', {})
  expect(items.filter(({ kind }) => kind === 'heldBack').map(({ what }) => what['zh-CN'])).toEqual([
    '活动报名',
  ])
})

test('forty moves of one person at once take one turn after another', async () => {
  await limit(2)
  const { id } = await anEvent(estate.ok)
  const at = async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? signUp : withdraw)('resident-012', id)),
    )
    return replies.filter(({ ok }) => ok).length
  }
  for (let n = 0; n < 3; n++) expect(await at()).toBeLessThanOrEqual(4)
  await withdraw('resident-012', id)
  const mine =
    (await estate.records('events'))
      .split(id)
      .join('|')
      .match(/resident-012:\d+/g) ?? []
  // Two sign-ups and two withdrawals, each in its own turn.
  expect([...new Set(mine)].sort()).toEqual([0, 1, 2, 3].map(n => `resident-012:${n}`))
})

test('a log that was compacted keeps places, tickets, the line and answers that are sent again', async () => {
  await limit(10_000)
  const { id } = await anEvent(estate.ok, { ...soon(), capacity: 2 })
  const requestId = newRequestId()
  const asked = { id, party: 1 }
  const first = await estate.with({ requestId }).ok('resident-001', 'event', 'signUp', asked)
  const [, second = '', third = ''] = residents(3)
  for (const who of [second, third]) await signUp(who, id)
  const { mine } = await estate.ok(second, 'event', 'get', { id })
  const before = await estate.ok('demo-butler', 'event', 'roster', { id })
  const loop = 'resident-020'
  const waits = newRequestId()
  const waiting = await estate.with({ requestId: waits }).ok(loop, 'event', 'signUp', asked)
  await withdraw(loop, id)
  for (let n = 0; n < 200; n++) {
    expect(await codeOf(signUp(loop, id))).toBe('ok')
    expect(await codeOf(withdraw(loop, id))).toBe('ok')
  }
  expect(await estate.records('events')).toContain('compacted-')
  expect(await estate.ok('demo-butler', 'event', 'roster', { id })).toEqual(before)
  expect(await estate.with({ requestId }).ok('resident-001', 'event', 'signUp', asked)).toEqual({
    ...first,
    event: expect.objectContaining({ id }) as object,
  })
  expect(
    await estate.with({ requestId }).as('resident-001', 'event', 'signUp', { ...asked, party: 2 }),
  ).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  // An answer is kept as long as the person has not made three moves since.
  expect(waiting.position).toBe(2)
  expect(await estate.ok('demo-butler', 'event', 'checkIn', { id, code: mine?.ticket ?? '' })).toMatchObject({
    state: 'confirmed',
    checkedInAt: expect.any(String) as string,
  })
  expect(await codeOf(estate.as('demo-butler', 'event', 'checkIn', { id, code: mine?.ticket ?? '' }))).toBe(
    'CONFLICT',
  )
  expect(await codeOf(withdraw('resident-001', id))).toBe('ok')
  const { items } = await estate.ok('demo-butler', 'event', 'roster', { id })
  expect(items.map(({ state, checkedInAt }) => [state, checkedInAt !== null])).toEqual([
    ['confirmed', true],
    ['held', false],
  ])
  await estate.ok(loop, 'account', 'erase', { confirm: true })
  await estate.ok(second, 'account', 'erase', { confirm: true })
  expect(await estate.records('events')).not.toMatch(new RegExp(`${loop}|${second}`))
})
