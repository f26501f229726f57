import { Readable } from 'node:stream'
import fc from 'fast-check'
import type { Complaint } from '@domain/complaint/complaint'
import type { ActionName } from '@domain/contract'
import type { Order } from '@domain/repair/order'
import { aTap, startEstate, type Estate } from './support/estate'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => { estate = await startEstate() })
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const day = 86_400_000
const period = () => ({ from: new Date(Date.now() - 40 * day).toISOString(), to: new Date(Date.now() + 700 * day).toISOString() })
const raw = async <T>(collectionName: string): Promise<T[]> => {
  const reply = await estate.post<{ data: { list?: string[] }; list?: string[] }>('/admin', { action: 'database.getDocument', collectionName, queryType: 'WHERE', query: '{}', limit: 1000 })
  return (reply.list ?? reply.data.list ?? []).map(text => JSON.parse(text) as T)
}

/** requirements.md, written down a second time and as plainly as can be. */
async function recomputed() {
  const orders = (await raw<Order>('orders')).filter(({ estateId, status }) => estateId === 'tianma' && status !== 'cancelled')
  const complaints = (await raw<Complaint>('complaints')).filter(({ estateId, status }) => estateId === 'tianma' && status !== 'invalid' && status !== 'withdrawn')
  const closed = complaints.filter(({ status }) => status === 'closed')
  const answers = [...complaints.flatMap(({ satisfied }) => satisfied ?? []), ...orders.flatMap(({ rating }) => (rating ? [(rating.speed + rating.quality + rating.attitude) / 3] : []))]
  return {
    complaintsResolved: [closed.length, complaints.length],
    calledBack: [closed.filter(({ timeline }) => timeline.some(({ what }) => what === 'calledBack' || what === 'answered')).length, closed.length],
    satisfied: [answers.filter(points => points >= 4).length, answers.length],
    reopened: [closed.filter(({ reopened }) => reopened > 0).length + orders.filter(({ status, reopened }) => status === 'closed' && reopened > 0).length, closed.length + orders.filter(({ status }) => status === 'closed').length],
  }
}

async function asked() {
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  const of = (name: string) => { const found = figures.find(({ figure }) => figure === name); return [found?.sum, found?.count] }
  return { complaintsResolved: of('complaintsResolved'), calledBack: of('calledBack'), satisfied: of('satisfied'), reopened: of('reopened') }
}

const repairMoves: [who: string, action: ActionName<'repair'>, more: object][] = [
  ['demo-butler', 'accept', {}], ['demo-butler', 'assign', { technician: 'demo-technician' }], ['demo-technician', 'start', {}], ['demo-technician', 'finish', { note: '好了' }],
  ['demo-owner', 'verify', { accepted: true }], ['demo-owner', 'verify', { accepted: false, reason: '还漏' }], ['demo-owner', 'rate', { speed: 5, quality: 2, attitude: 4 }], ['demo-owner', 'rate', { speed: 5, quality: 5, attitude: 4 }], ['demo-owner', 'cancel', {}],
]
const complaintMoves: [who: string, action: ActionName<'complaint'>, more: object][] = [
  ['demo-butler', 'accept', {}], ['demo-butler', 'resolve', { outcome: '处理了' }], ['demo-butler-2', 'callBack', { reached: true, satisfied: 5 }], ['demo-butler-2', 'callBack', { reached: true, satisfied: 1 }],
  ['demo-butler-2', 'callBack', { reached: false }], ['demo-manager', 'resolve', { outcome: '经理处理了' }], ['demo-owner', 'answer', { satisfied: 3 }], ['demo-owner', 'reopen', { reason: '又来了' }],
  ['demo-butler', 'invalidate', { reason: '不成立' }], ['demo-owner', 'withdraw', {}],
]

/** Courses that lead somewhere; random steps come between. */
const courses = { repair: [[0, 1, 2, 3, 4, 7], [1, 2, 3, 5, 2, 3, 4, 6], [0, 8]], complaint: [[0, 1, 2], [0, 1, 3, 5, 6], [0, 1, 7, 1, 2], [0, 8], [9], [0, 1, 4]] }

test('whatever happens to repairs and complaints, corrections and reopenings included, the figures are those of the raw records', async () => {
  const history = fc.record({ kind: fc.constantFrom('repair' as const, 'complaint' as const), course: fc.nat(5), between: fc.array(fc.tuple(fc.nat(8), fc.nat(9)), { maxLength: 4 }), hours: fc.nat(60) })
  let passed = 0
  await fc.assert(fc.asyncProperty(fc.array(history, { minLength: 2, maxLength: 4 }), async (histories) => {
    for (const { kind, course, between, hours } of histories) {
      passed += hours * 3_600_000
      await estate.post('/time', { offsetMs: passed })
      const repair = kind === 'repair'
      const { id } = repair ? await estate.ok('demo-owner', 'repair', 'create', aTap) : await estate.ok('demo-owner', 'complaint', 'submit', { category: 'noise', content: '夜里施工', houseId: 'tianma-1' })
      const moves = [...courses[kind][course % courses[kind].length] as number[]]
      for (const [at, move] of between) moves.splice(at, 0, move)
      for (const move of moves) {
        // A refused step changes nothing; the order of moves is random on purpose.
        const [who, action, more] = (repair ? repairMoves[move % repairMoves.length] : complaintMoves[move]) as (typeof repairMoves)[number]
        await estate.as(who, kind as 'repair', action, { id, ...more })
        if (move % 3 === 0) await estate.post('/tick')
      }
    }
    await estate.post('/tick')
    await estate.post('/tick')
    expect(await asked()).toEqual(await recomputed())
  }), { numRuns: 12, seed: 20261124 })
  const { complaintsResolved, satisfied, reopened } = await recomputed()
  for (const [sum, count] of [complaintsResolved, satisfied, reopened]) {
    expect(sum).toBeGreaterThan(0)
    expect(count).toBeGreaterThan(sum ?? 0)
  }
})

test('a figure by building, category and person adds up to the whole, and so does the list behind it', async () => {
  await estate.post('/tick')
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  for (const { figure, sum, count, by, months } of figures) {
    for (const dimension of ['building', 'category']) {
      const parts = by.filter(part => part.dimension === dimension)
      expect({ figure, dimension, sum: parts.reduce((all, part) => all + part.sum, 0), count: parts.reduce((all, part) => all + part.count, 0) }).toEqual({ figure, dimension, sum, count })
    }
    expect({ figure, months: months.reduce((all, month) => all + month.count, 0) }).toEqual({ figure, months: count })
    const { items } = await estate.ok('demo-manager', 'desk', 'figureList', { figure, ...period() })
    expect({ figure, listed: items.reduce((all, item) => all + item.count, 0) }).toEqual({ figure, listed: count })
  }
})

test('the owners’ committee sees the same figures, and nobody’s name', async () => {
  const committee = await estate.ok('demo-committee', 'desk', 'figures', period())
  const manager = await estate.ok('demo-manager', 'desk', 'figures', period())
  expect(committee.figures.map(({ figure, sum, count }) => [figure, sum, count])).toEqual(manager.figures.map(({ figure, sum, count }) => [figure, sum, count]))
  expect(JSON.stringify(committee)).not.toMatch(/demo-|师傅|管家|经理/)
  expect(JSON.stringify(manager)).toMatch(/王师傅/)
  const { items } = await estate.ok('demo-committee', 'desk', 'figureList', { figure: 'satisfied', ...period() })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ link, house }) => link === null && house === null)).toBe(true)
})

test('a period cut in two at any day adds up to the whole', async () => {
  const { from, to } = period()
  const of = async (span: { from: string; to: string }) => (await estate.ok('demo-manager', 'desk', 'figures', span)).figures.map(({ sum, count }) => [sum, count])
  const whole = await of({ from, to })
  for (const days of [0, 2, 5, 11, 40]) {
    const cut = new Date(Math.floor(Date.now() / day + days) * day - 8 * 3_600_000).toISOString()
    const [first, second] = [await of({ from, to: cut }), await of({ from: cut, to })]
    expect(first.map(([sum = 0, count = 0], n) => [sum + (second[n]?.[0] ?? 0), count + (second[n]?.[1] ?? 0)])).toEqual(whole)
  }
  expect(await estate.as('demo-manager', 'desk', 'figures', { from: to, to: from })).toMatchObject({ error: { fields: { to: expect.any(String) as string } } })
})

test('an appraisal is one’s own; the manager sees everybody’s', async () => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  const own = await estate.ok('demo-technician', 'desk', 'appraisal', { month })
  expect(own.items.map(({ id }) => id)).toEqual(['demo-technician'])
  expect(own.items[0]?.figures.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['startMinutes', 'completionMinutes', 'score']))
  const all = await estate.ok('demo-manager', 'desk', 'appraisal', { month })
  expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['demo-technician', 'demo-butler']))
})

test('what is taken away is a spreadsheet with dates and numbers in its cells, and no formula of somebody else’s', async () => {
  await estate.ok('demo-owner', 'complaint', 'submit', { category: 'other', content: '=HYPERLINK("x")', houseId: 'tianma-1' })
  const { readSheet: read } = await import('read-excel-file/node')
  const sheets = await Promise.all((['repairs', 'complaints', 'visitors', 'vehicles', 'figures'] as const).map(async (what) => {
    const { address } = await estate.ok('demo-manager', 'desk', 'export', { what, ...period() })
    const bytes = Buffer.from(await (await fetch(new URL(address, estate.url))).arrayBuffer())
    return { what, rows: await read(Readable.from([bytes])) as unknown as unknown[][] }
  }))
  for (const { what, rows } of sheets) expect({ what, header: /[一-龥]/.test(String(rows[0]?.[0])) }).toEqual({ what, header: true })
  const complaints = sheets.find(({ what }) => what === 'complaints')?.rows ?? []
  expect(complaints.flat().some(cell => cell instanceof Date)).toBe(true)
  expect(complaints.flat()).toContain('\'=HYPERLINK("x")')
  const figures = sheets.find(({ what }) => what === 'figures')?.rows ?? []
  expect(typeof figures[1]?.[3]).toBe('number')
})
