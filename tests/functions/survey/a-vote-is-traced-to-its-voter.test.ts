import { startEstate, type Estate } from '../support/estate'
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

const questions = [
  {
    kind: 'single',
    text: '是否同意更换监控？',
    textEn: 'Replace the cameras?',
    options: ['同意', '不同意'],
    optionsEn: ['Yes', 'No'],
  },
  { kind: 'scale', text: '对物业满意吗？' },
  { kind: 'text', text: '其他建议', required: false },
]
const ask = (more: object = {}) =>
  estate.ok('demo-butler', 'survey', 'publish', {
    title: '更换监控',
    body: '请投票',
    endsAt: inHours(48),
    audience: { kind: 'estate' },
    unit: 'house',
    voters: 'everybody',
    anonymous: true,
    questions,
    ...more,
  })
const answer = (who: string, id: string, answers: unknown[], more: object = {}) =>
  estate.as(who, 'survey', 'answer', { id, answers, ...more })
const code = (reply: { ok: boolean; error?: { code: string } }): string =>
  reply.ok ? 'ok' : (reply.error?.code ?? '')

test('no record holds the voter of an anonymous vote together with the answers', async () => {
  const { id } = await ask()
  for (const [who, said] of [
    ['demo-owner', 'SECRET-ONE'],
    ['demo-owner-2', 'SECRET-TWO'],
    ['demo-tenant', 'SECRET-THREE'],
  ])
    expect(code(await answer(who ?? '', id, [[0], 5, said]))).toBe('ok')
  await estate.post('/tick')
  const stored = await estate.records('surveys')
  expect(stored).toContain('SECRET-ONE')
  for (const name of ['demo-owner', 'demo-tenant', 'tianma-1\\"', '周示例'])
    expect([name, stored.includes(name)]).toEqual([name, false])
  for (const collection of ['requests', 'audit', 'messages', 'persons', 'notices', 'push_rows'])
    expect([collection, (await estate.records(collection)).includes('SECRET')]).toEqual([collection, false])
  // The record has sums and texts, and no single vote.
  const [record] = (JSON.parse(stored) as { data: { list: string[] } }).data.list
    .map(text => JSON.parse(text) as Record<string, unknown>)
    .filter(each => each._id === id)
  expect(record).toMatchObject({ ballots: [] })
  expect(JSON.stringify(record?.voted)).not.toMatch(/demo|tianma/)
  expect(JSON.stringify(await estate.ok('demo-owner', 'account', 'exportMine'))).not.toContain('SECRET')
})

test('answers in text are not in the order in which they were given', async () => {
  const orders = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const { id } = await ask({ unit: 'person' })
    for (let n = 1; n <= 8; n++) await answer(`resident-00${String(n)}`, id, [[0], 3, `text-${String(n)}`])
    await estate.ok('demo-butler', 'survey', 'close', { id })
    const { questions: results } = await estate.ok('demo-owner', 'survey', 'results', { id })
    expect([...(results[2]?.texts ?? [])].sort()).toEqual(
      Array.from({ length: 8 }, (_, n) => `text-${String(n + 1)}`),
    )
    orders.add((results[2]?.texts ?? []).join())
  }
  expect(orders.size).toBeGreaterThan(1)
  expect(
    [...orders].every(order => order === [1, 2, 3, 4, 5, 6, 7, 8].map(n => `text-${String(n)}`).join()),
  ).toBe(false)
})

test('a house has one vote, also when its people send twenty at once; a person has one where the survey says so', async () => {
  const { id } = await ask()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, n) => answer(n % 2 ? 'demo-owner' : 'demo-family', id, [[0], 4, null])),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(replies.filter(({ ok }) => !ok).map(code))).toEqual(new Set(['CONFLICT']))
  expect(await estate.ok('demo-family', 'survey', 'get', { id })).toMatchObject({
    votes: 1,
    voted: true,
    open: [],
  })
  const { id: each } = await ask({ unit: 'person' })
  for (const who of ['demo-owner', 'demo-family'])
    expect(code(await answer(who, each, [[1], 2, null]))).toBe('ok')
  expect((await estate.ok('demo-owner', 'survey', 'get', { id: each })).votes).toBe(2)
  // A repeated vote gives the first answer and counts once.
  const once = await estate
    .with({ requestId: 'the-same-vote' })
    .ok('demo-owner-2', 'survey', 'answer', { id: each, answers: [[0], 5, null] })
  const again = await estate
    .with({ requestId: 'the-same-vote' })
    .ok('demo-owner-2', 'survey', 'answer', { id: each, answers: [[0], 5, null] })
  expect([once.votes, again.votes]).toEqual([3, 3])
})

test('only owners vote where owners are asked; no wrong houses, no other estates, nobody after the end', async () => {
  const { id } = await ask({ voters: 'owners', audience: { kind: 'buildings', ids: ['1'] } })
  expect(code(await answer('demo-family', id, [[0], 5, null]))).toBe('FORBIDDEN')
  expect(code(await answer('demo-owner-2', id, [[0], 5, null]))).toBe('FORBIDDEN')
  expect(code(await answer('demo2-owner', id, [[0], 5, null]))).toBe('FORBIDDEN')
  expect(code(await answer('demo-butler', id, [[0], 5, null]))).toBe('FORBIDDEN')
  expect(code(await answer('demo-owner', id, [[0], 5, null], { houseId: 'tianma-44-1' }))).toBe('FORBIDDEN')
  expect(code(await answer('demo-owner', id, [[0], 5, null], { houseId: 'tianma-1' }))).toBe('ok')
  const { id: over } = await ask({ endsAt: inHours(1) })
  await estate.post('/time', { offsetMs: 2 * 3_600_000 })
  expect(code(await answer('demo-owner', over, [[0], 5, null]))).toBe('CONFLICT')
})

test.each([
  [[[0], 5]],
  [[[2], 5, null]],
  [[[0, 1], 5, null]],
  [[[0], 6, null]],
  [[null, 5, null]],
  [[[0], null, null]],
  [['同意', 5, null]],
  [[[0], 5, [0]]],
])('an answer that does not fit is refused by name and leaves nothing: %j', async answers => {
  const { id } = await ask()
  const reply = await answer('demo-owner', id, answers)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  expect(Object.keys((reply as { error: { fields: object } }).error.fields)[0]).toMatch(/^answers/)
  expect((await estate.ok('demo-owner', 'survey', 'get', { id })).votes).toBe(0)
})

test('the result shows at the end, as counted; an anonymous survey with two votes shows none', async () => {
  const { id } = await ask({ unit: 'person' })
  const votes: [string, unknown[]][] = [
    ['resident-001', [[0], 5, '很好']],
    ['resident-002', [[0], 4, null]],
    ['resident-003', [[1], 1, null]],
  ]
  for (const [who, said] of votes.slice(0, 2)) await answer(who, id, said)
  expect(code(await estate.as('demo-butler', 'survey', 'results', { id }))).toBe('CONFLICT')
  await answer(votes[2]?.[0] ?? '', id, votes[2]?.[1] ?? [])
  await estate.ok('demo-butler', 'survey', 'close', { id })
  const result = await estate.ok('resident-009', 'survey', 'results', { id })
  expect(result).toMatchObject({
    votes: 3,
    hidden: false,
    questions: [
      { counts: [2, 1], answered: 3 },
      { counts: [1, 0, 0, 1, 1], answered: 3 },
      { texts: ['很好'], answered: 1 },
    ],
  })
  expect(
    (await estate.with({ lang: 'en' }).ok('resident-009', 'survey', 'get', { id })).questions[0],
  ).toMatchObject({ text: 'Replace the cameras?', options: ['Yes', 'No'] })
  const { id: few } = await ask({ unit: 'person' })
  for (const [who, said] of votes.slice(0, 2)) await answer(who, few, said)
  await estate.ok('demo-butler', 'survey', 'close', { id: few })
  expect(await estate.ok('demo-butler', 'survey', 'results', { id: few })).toMatchObject({
    votes: 2,
    hidden: true,
    questions: [{ counts: [] }, { counts: [] }, { texts: [] }],
  })
})

test('an open vote shows its voters’ names, until they erase themselves', async () => {
  const { id } = await ask({ anonymous: false, unit: 'person' })
  await answer('resident-040', id, [[0], 5, '我是四十'])
  expect(await estate.records('surveys')).toContain('resident-040')
  expect(JSON.stringify(await estate.ok('resident-040', 'account', 'exportMine'))).toContain('我是四十')
  await estate.ok('resident-040', 'account', 'erase', { confirm: true })
  expect(await estate.records('surveys')).not.toContain('resident-040')
  expect((await estate.ok('demo-butler', 'survey', 'get', { id })).votes).toBe(1)
})
