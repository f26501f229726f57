import { aTap, eventually, newRequestId, startEstate, type Estate } from '../functions/support/estate'
import { inHours } from '../functions/support/times'

jest.setTimeout(240_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(async () => {
  await estate.post('/time', { offsetMs: 0 })
})

const hour = 3_600_000
const houseId = 'tianma-1'
const limit = (limits: object) => estate.ok('demo-manager', 'account', 'updateSettings', { limits })
/** How many of these replies came with each code. */
async function countCodes(replies: readonly Promise<{ ok: boolean; error?: { code: string } }>[]) {
  const counts: Record<string, number> = {}
  for (const reply of await Promise.all(replies)) {
    const code = reply.ok ? 'ok' : (reply.error?.code ?? '')
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
const many = <T>(count: number, make: (n: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: count }, (_, n) => make(n))

const pass = (more: object = {}) => ({
  houseId,
  name: '张三',
  party: 1,
  kind: 'once',
  from: inHours(1),
  to: inHours(2),
  ...more,
})
const complaint = { category: 'noise', content: '太吵', houseId }
const car = (n: number) => ({ houseId, vehicle: 'bicycle', permit: 'temporary', note: `第 ${String(n)} 辆` })

test('the limits are integers from 1 to 10,000, and a wrong one is named', async () => {
  const before = await estate.ok('demo-manager', 'account', 'settings', {})
  expect(Object.keys(before.limits).sort()).toEqual([
    'complaintsPerHour',
    'messagesPerHour',
    'passesPerDay',
    'repairsPerHour',
    'signUpsPerEvent',
    'uploadsPerHour',
  ])
  for (const field of Object.keys(before.limits))
    for (const value of [0, 10_001, 1.5, '5'])
      expect(
        await estate.as('demo-manager', 'account', 'updateSettings', { limits: { [field]: value } }),
      ).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT', fields: { [`limits.${field}`]: expect.any(String) as string } },
      })
  expect(await estate.ok('demo-manager', 'account', 'settings', {})).toEqual(before)
})

const kinds: [name: string, limits: object, call: (who: string, n: number) => Promise<never>][] = [
  [
    'repairs',
    { repairsPerHour: 4 },
    who => estate.as(who, 'repair', 'create', { ...aTap, urgency: 'urgent' }) as never,
  ],
  ['complaints', { complaintsPerHour: 4 }, who => estate.as(who, 'complaint', 'submit', complaint) as never],
  [
    'anonymous complaints',
    { complaintsPerHour: 4 },
    who => estate.as(who, 'complaint', 'submit', { ...complaint, anonymous: true }) as never,
  ],
  [
    'messages',
    { messagesPerHour: 4 },
    (who, n) => estate.as(who, 'consult', 'say', { houseId, text: `问题 ${String(n)}` }) as never,
  ],
  [
    'passes',
    { passesPerDay: 4 },
    who => estate.as(who, 'visitor', 'create', pass({ from: inHours(236), to: inHours(238) })) as never,
  ],
]
test.each(kinds)(
  'forty %s at once: as many as the estate allows, and the rest wait',
  async (name, limits, call) => {
    await limit(limits)
    const others = name === 'passes' ? 25 : 2
    await estate.post('/time', { offsetMs: (3 + kinds.findIndex(each => each[0] === name)) * 30 * hour })
    expect(await countCodes(many(40, n => call('demo-owner', n)))).toEqual({ ok: 4, TOO_MANY: 36 })
    const refused = (await call('demo-owner', 99)) as unknown as {
      error: { retryAfter: number; message: string }
    }
    expect(refused.error.retryAfter).toBeGreaterThan(others === 25 ? 23 * 3600 : 3000)
    expect(refused.error.retryAfter).toBeLessThanOrEqual(others === 25 ? 24 * 3600 : 3600)
    expect(refused.error.message).toContain('4')
    // Others of the same house are not held back.
    expect(await call('demo-family', 0)).toMatchObject({ ok: true })
    await estate.post('/time', {
      offsetMs: (3 + kinds.findIndex(each => each[0] === name)) * 30 * hour + others * hour,
    })
    expect(await call('demo-owner', 0)).toMatchObject({ ok: true })
  },
)

test('a request that is sent again counts once, and is answered when the limit is reached', async () => {
  await limit({ repairsPerHour: 3 })
  await estate.post('/time', { offsetMs: 300 * hour })
  const requestId = newRequestId()
  const first = await estate.with({ requestId }).ok('demo-owner', 'repair', 'create', aTap)
  for (let n = 0; n < 5; n++)
    expect((await estate.with({ requestId }).ok('demo-owner', 'repair', 'create', aTap)).id).toBe(first.id)
  for (let n = 0; n < 2; n++) await estate.ok('demo-owner', 'repair', 'create', aTap)
  expect(await estate.as('demo-owner', 'repair', 'create', aTap)).toMatchObject({
    error: { code: 'TOO_MANY' },
  })
  expect((await estate.with({ requestId }).ok('demo-owner', 'repair', 'create', aTap)).id).toBe(first.id)
  // In the next hour, with that hour's share used up as well.
  await estate.post('/time', { offsetMs: 301.1 * hour })
  for (let n = 0; n < 3; n++) await estate.ok('demo-owner', 'repair', 'create', aTap)
  expect((await estate.with({ requestId }).ok('demo-owner', 'repair', 'create', aTap)).id).toBe(first.id)
})

test('attached files are counted, whatever they are attached to', async () => {
  await limit({ uploadsPerHour: 5, repairsPerHour: 20, messagesPerHour: 20 })
  await estate.post('/time', { offsetMs: 330 * hour })
  const photos = await Promise.all(many(3, () => estate.upload('photo')))
  expect(await estate.as('demo-owner', 'repair', 'create', { ...aTap, photos })).toMatchObject({ ok: true })
  expect(await estate.as('demo-owner', 'consult', 'say', { houseId, photos })).toMatchObject({
    ok: false,
    error: { code: 'TOO_MANY', retryAfter: expect.any(Number) as number },
  })
  expect(
    await estate.as('demo-owner', 'consult', 'say', { houseId, photos: photos.slice(0, 2) }),
  ).toMatchObject({ ok: true })
  expect(await estate.as('demo-owner', 'repair', 'create', aTap)).toMatchObject({ ok: true })
})

test('staff at work are not held back by the residents’ limit', async () => {
  await limit({ messagesPerHour: 1, passesPerDay: 1, uploadsPerHour: 1 })
  await estate.post('/time', { offsetMs: 360 * hour })
  expect(
    await countCodes(many(12, n => estate.as('demo-butler', 'consult', 'say', { houseId, text: `${n}` }))),
  ).toEqual({ ok: 12 })
  const walkIn = { houseId, name: '李四', party: 1, gate: '南门' }
  expect(await countCodes(many(12, () => estate.as('demo-guard', 'visitor', 'walkIn', walkIn)))).toEqual({
    ok: 12,
  })
})

test('applications for a vehicle that are withdrawn again count as messages', async () => {
  await limit({ messagesPerHour: 3 })
  await estate.post('/time', { offsetMs: 390 * hour })
  for (let n = 0; n < 3; n++) {
    const { id } = await estate.ok('demo-owner', 'parking', 'register', car(n))
    await estate.ok('demo-owner', 'parking', 'cancel', { id })
  }
  expect(await estate.as('demo-owner', 'parking', 'register', car(4))).toMatchObject({
    error: { code: 'TOO_MANY' },
  })
})

test('the butler sees what was held back, how often and for which house, but not who or what', async () => {
  await limit({ repairsPerHour: 1, complaintsPerHour: 1 })
  await estate.post('/time', { offsetMs: 420 * hour })
  for (let n = 0; n < 3; n++) await estate.as('demo-owner', 'repair', 'create', aTap)
  for (let n = 0; n < 3; n++)
    await estate.as('demo-owner', 'complaint', 'submit', { ...complaint, anonymous: true })
  const { items } = await estate.ok('demo-butler', 'desk', 'todo', {})
  const held = items.filter(({ kind }) => kind === 'heldBack')
  expect(held.map(({ what, about, house }) => [what['zh-CN'], about, house]).sort()).toEqual([
    ['投诉', '×2', ''],
    ['报修', '×2', '1'],
  ])
  expect(JSON.stringify(held)).not.toMatch(/demo-owner|漏水|太吵/)
  expect(held.find(({ house }) => house !== '')?.link).toContain(houseId)
  for (const who of ['demo-technician', 'demo-guard', 'demo-manager'])
    expect((await estate.ok(who, 'desk', 'todo', {})).items.some(({ kind }) => kind === 'heldBack')).toBe(
      false,
    )
  // The retention removes them, and the books of anonymous authors.
  await estate.post('/time', { offsetMs: (420 + 8 * 24) * hour })
  await eventually(async () => {
    await estate.post('/tick')
    return !/tianma/.test(await estate.records('held_back'))
  })
  expect(await estate.records('anonymous_books')).not.toMatch(/complaintsPerHour/)
})

test('nothing in the database links the limit of an anonymous complaint to its author', async () => {
  await limit({ complaintsPerHour: 5 })
  await estate.post('/time', { offsetMs: 800 * hour })
  const person = async (): Promise<string | undefined> =>
    (await estate.records('persons')).split('demo-tenant').slice(1, 2).join('').split('_id')[0]
  const before = await person()
  expect(before).toContain('Alex')
  await estate.ok('demo-tenant', 'complaint', 'submit', {
    category: 'noise',
    content: '隔壁',
    anonymous: true,
  })
  expect((await person()) === before).toBe(true)
  expect(await estate.records('anonymous_books')).not.toMatch(/demo-tenant/)
})
