import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '@domain/contract'
import { buildTestFunctions } from '../../support/local-process'
import { seedPeople, startEstate, type Estate } from '../support/estate'

jest.setTimeout(600_000)
const dataDir = mkdtempSync(join(tmpdir(), 'anlin-'))
const functionsDir = mkdtempSync(join(tmpdir(), 'anlin-functions-'))
beforeAll(() => buildTestFunctions('cloudfunctions', functionsDir))
afterAll(() => {
  for (const dir of [dataDir, functionsDir]) rmSync(dir, { recursive: true, force: true })
})

const crowd = 10_000
const template = 'estateNotice'
const nameOf = (n: number): string => `crowd-${String(n).padStart(5, '0')}`
/**
 * Of ten people seven have agreed by our records, and WeChat has forgotten the consent of one of them. Each
 * has accepted twice, so that a second message would arrive.
 */
const agreed = (n: number): boolean => n % 10 < 7
const forgotten = (n: number): boolean => n % 10 === 0

async function addCrowd(estate: Estate): Promise<void> {
  const everybody = Array.from({ length: crowd }, (_, n) => n)
  for (let from = 0; from < crowd; from += 1000) {
    const data = everybody.slice(from, from + 1000).map(n =>
      JSON.stringify({
        _id: nameOf(n),
        estateId: 'tianma',
        name: `住户${String(n)}`,
        phone: '',
        lang: n % 3 ? 'zh-CN' : 'en',
        largeText: false,
        houses: [],
        houseKeys: [],
        posts: [],
        postKeys: [],
        addresses: ['tianma:all'],
        unread: 0,
        quota: agreed(n) ? { [template]: 2 } : {},
        marks: [],
        tries: [],
        waits: false,
        privacy: null,
      }),
    )
    await estate.post('/admin', { action: 'database.insertDocument', collectionName: 'persons', data })
    const openids = everybody
      .slice(from, from + 1000)
      .filter(n => agreed(n) && !forgotten(n))
      .map(nameOf)
    for (let twice = 0; twice < 2; twice++) await estate.post('/accepts', { openids, template })
  }
}

const badDays = async (estate: Estate, rate: number): Promise<void> => {
  await estate.post('/faults', { rate, kind: 'timeout-after-write' })
  await estate.post('/faults', { action: 'wx.openApi', rate, kind: 'timeout-after-write' })
}

test('ten thousand people, two kills in the middle and every fifth answer lost: a person gets the push twice, or is missing from the list of failures', async () => {
  const first = await startEstate({ dataDir, functionsDir })
  seedPeople(first.url)
  await addCrowd(first)
  await badDays(first, 0.2)
  const { pushId } = await retried(() =>
    first.with({ requestId: 'push-to-everybody' }).ok('demo-butler', 'notice', 'publish', {
      title: '停水通知',
      body: '明天上午停水',
      audience: { kind: 'estate' },
      push: true,
    }),
  )
  if (!pushId) throw new Error('the notice has no push')
  const estate = await killTwice(first)
  const progress = () => retried(() => estate.ok('demo-butler', 'notice', 'push', { pushId }))
  for (let rounds = 0; rounds < 1000 && !(await progress()).done; rounds++) {
    await estate.post('/tick')
    await estate.post('/time', { offsetMs: 15 * 60_000 + rounds * 10_000 })
    await pause(500)
  }
  await badDays(estate, 0)
  const end = await progress()
  expect(end.done).toBe(true)

  const notified = await notifiedOfCrowd(estate)
  expect(new Set(notified).size).toBe(notified.length)
  const rows = await rowsOf(estate, pushId)
  expect(new Set(rows.map(({ openid }) => openid)).size).toBe(rows.length)
  const rowOf = new Map(rows.map(({ openid, state, reason }) => [openid, { state, reason }]))
  const received = new Set(notified)
  const wrong: unknown[] = []
  for (let n = 0; n < crowd; n++) {
    const row = rowOf.get(nameOf(n))
    const hasReceived = received.has(nameOf(n))
    if (!fits(n, row, hasReceived)) wrong.push({ n, row, received: hasReceived })
  }
  expect(wrong).toEqual([])
  // Uncertain are those whose answer was lost: about a fifth, and not more.
  const lost = rows.filter(isUncertain).length
  expect(lost).toBeLessThan(0.25 * crowd)
  expect(lost).toBeGreaterThan(0.05 * crowd)
  // A person who received the push has spent one of two accepts.
  expect(await ledger(estate, 1)).toEqual({ _id: nameOf(1), left: 1 })
  const { total, sent, refused, failed, left } = end
  expect({ total: total >= crowd, sums: sent + refused + failed === total, left }).toEqual({
    total: true,
    sums: true,
    left: 0,
  })
  const failures = await estate.ok('demo-butler', 'notice', 'told', { pushId, state: 'failed' })
  expect(failures.items.every(({ reason }) => reason !== null)).toBe(true)
  await estate.stop()
})

/** The people of the crowd to whom WeChat has delivered, once for each delivery. */
const notifiedOfCrowd = async (estate: Estate): Promise<string[]> =>
  (await estate.get<{ openid: string }[]>('/outbox'))
    .map(({ openid }) => openid)
    .filter(openid => openid.startsWith('crowd-'))

/** Kills the process in the middle of the push, twice. Returns the third one. */
async function killTwice(first: Estate): Promise<Estate> {
  let estate = first
  for (let killed = 0; killed < 2; killed++) {
    const timer = tickUntilGone(estate)
    const enough = 700 + 1500 * killed
    while ((await notifiedOfCrowd(estate)).length < enough) await pause(200)
    process.kill(estate.pid, 'SIGKILL')
    await Promise.all([timer, estate.exited])
    estate = await startEstate({ dataDir, functionsDir })
    await badDays(estate, 0.2)
    // Five minutes later no function of the killed process can still be running: what it had in hand is
    // settled, and another function goes on.
    await estate.post('/time', { offsetMs: (killed + 1) * 5 * 60_000 })
  }
  return estate
}

type Outcome = Pick<Row, 'state' | 'reason'>
const isUncertain = ({ reason }: Outcome): boolean => reason === 'noAnswer' || reason === 'interrupted'

/** Whether the row is right about the person's message. */
function fits(n: number, row: Outcome | undefined, hasReceived: boolean): boolean {
  if (!row) return false
  if (!agreed(n)) return row.state === 'refused' && row.reason === 'noConsent' && !hasReceived
  if (row.state === 'failed' && isUncertain(row)) return true
  if (forgotten(n)) return row.state === 'refused' && row.reason === 'refused'
  return row.state === 'sent' && hasReceived
}

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

/** Runs the timer again and again, until the process is gone. */
async function tickUntilGone(estate: Estate): Promise<void> {
  while (
    await estate.post('/tick').then(
      () => true,
      () => false,
    )
  )
    await pause(500)
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 20) throw error
    }
  }
}

interface Row {
  openid: string
  state: Output<'notice', 'told'>['items'][number]['state']
  reason: string | null
}
async function rowsOf(estate: Estate, pushId: string): Promise<Row[]> {
  const all: Row[] = []
  for (let after = ''; ;) {
    const { data } = await estate.post<{ data: { list: string[] } }>('/admin', {
      action: 'database.getDocument',
      collectionName: 'push_rows',
      queryType: 'WHERE',
      query: JSON.stringify({ pushId, state: { $gt: '' }, _id: { $gt: after } }),
      order: JSON.stringify({ _id: 1 }),
      limit: 1000,
    })
    const rows = data.list.map(text => JSON.parse(text) as Row & { _id: string })
    all.push(...rows)
    if (rows.length < 1000) return all
    after = rows[rows.length - 1]?._id ?? ''
  }
}

async function ledger(estate: Estate, n: number): Promise<{ _id: string; left: number }> {
  const { data } = await estate.post<{ data: { list: string[] } }>('/admin', {
    action: 'database.getDocument',
    collectionName: 'persons',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: nameOf(n) }),
    limit: 1,
  })
  const person = JSON.parse(data.list[0] ?? '{}') as {
    _id: string
    quota: Record<string, number | { $numberInt: string }>
  }
  const left = person.quota[template]
  return { _id: person._id, left: typeof left === 'object' ? Number(left.$numberInt) : (left ?? 0) }
}
