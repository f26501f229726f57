import { startEstate, type Estate } from './support/estate'

jest.setTimeout(180_000)
let estate: Estate
let id: string
beforeAll(async () => {
  estate = await startEstate()
  id = (await estate.ok('demo-tenant', 'complaint', 'submit', { category: 'charge', content: '收费不清楚', anonymous: true })).id
  await estate.ok('demo-butler', 'complaint', 'accept', { id })
  await estate.ok('demo-butler', 'complaint', 'progress', { id, note: '在查' })
})
afterAll(() => estate.stop())

const collections = ['complaints', 'messages', 'audit', 'requests', 'photo_checks']
/** All that somebody who reads the whole database finds beside the complaint. */
const database = async (): Promise<string> => (await Promise.all(collections.map(name => estate.records(name)))).join('\n')
const traces = /demo-tenant|tianma-35-2|35-2/

test('neither the record, nor a message, nor the audit, nor an answer that was kept leads to the author', async () => {
  await estate.post('/tick')
  expect(await database()).toContain(id)
  expect(await database()).not.toMatch(traces)
})

test('no staff but the manager finds out, by any action', async () => {
  for (const who of ['demo-butler', 'demo-butler-2', 'demo-manager']) {
    expect(JSON.stringify(await estate.ok(who, 'complaint', 'get', { id }))).not.toMatch(traces)
    expect(JSON.stringify(await estate.ok(who, 'complaint', 'list', { scope: 'queue', limit: 50 }))).not.toMatch(traces)
    expect(await estate.as(who, 'complaint', 'contact', { id })).toMatchObject({ error: { code: 'CONFLICT' } })
  }
  expect(await estate.as('demo-butler', 'complaint', 'reveal', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  for (const who of ['demo-owner', 'demo-family', 'demo-technician', 'demo-committee']) {
    expect(await estate.as(who, 'complaint', 'get', { id })).toMatchObject({ error: { code: 'FORBIDDEN' } })
  }
})

test('the author finds it, sees what happens, and answers in the place of a call', async () => {
  const { items } = await estate.ok('demo-tenant', 'complaint', 'list', { scope: 'mine' })
  expect(items.map(item => item.id)).toEqual([id])
  await estate.ok('demo-butler', 'complaint', 'resolve', { id, outcome: '已公示明细' })
  const { actions, asked } = await estate.ok('demo-tenant', 'complaint', 'get', { id })
  expect({ asked, answers: actions.includes('answer') }).toEqual({ asked: true, answers: true })
  expect(await estate.ok('demo-tenant', 'complaint', 'answer', { id, satisfied: 4 })).toMatchObject({ status: 'called_back' })
  expect(await database()).not.toMatch(traces)
})

test('the manager has it opened, and that is in the audit', async () => {
  const revealed = await estate.ok('demo-manager', 'complaint', 'reveal', { id })
  expect(revealed.house).toBe('35-2')
  const day = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 3_600_000).toISOString() }
  const { items } = await estate.ok('demo-manager', 'desk', 'audit', day)
  expect(items.some(item => item.did === 'complaint.reveal' && item.record === id)).toBe(true)
})
