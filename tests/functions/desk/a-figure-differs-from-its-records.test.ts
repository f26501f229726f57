import { Readable } from 'node:stream'
import fc from 'fast-check'
import type { Complaint } from '@domain/complaint/complaint'
import type { ActionName } from '@domain/contract'
import { figureNames } from '@domain/desk/figure-names'
import type { Order } from '@domain/repair/order'
import { aTap, startEstate, type Estate } from '../support/estate'
import { recomputedFigures, type Sums } from '../support/recomputed-figures'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())
afterEach(() => estate.post('/time', { offsetMs: 0 }))

const day = 86_400_000
const period = () => ({
  from: new Date(Date.now() - 40 * day).toISOString(),
  to: new Date(Date.now() + 740 * day).toISOString(),
})
const raw = async <T>(collectionName: string): Promise<T[]> => {
  const reply = await estate.post<{ data: { list?: string[] }; list?: string[] }>('/admin', {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: '{}',
    limit: 1000,
  })
  return (reply.list ?? reply.data.list ?? []).map(text => JSON.parse(text) as T)
}

const ofEstate = async <T extends { estateId: string }>(name: string): Promise<T[]> =>
  (await raw<T>(name)).filter(({ estateId }) => estateId === 'tianma')
const recomputed = async (): Promise<Sums> =>
  recomputedFigures(await ofEstate<Order>('orders'), await ofEstate<Complaint>('complaints'))

/** What the manager's phone shows, in the same form. */
async function asked(): Promise<Sums> {
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  return Object.fromEntries(
    figures
      .flatMap(
        ({ figure, sum, count, by, months }) =>
          [
            [`${figure}|all|`, [sum, count]],
            ...by.map(part => [`${figure}|${part.dimension}|${part.value}`, [part.sum, part.count]]),
            ...months.map(month => [`${figure}|month|${month.month}`, [month.sum, month.count]]),
          ] as [string, [number, number]][],
      )
      .filter(([, [, count]]) => count > 0),
  )
}

type Moves<F extends 'repair' | 'complaint'> = [who: string, action: ActionName<F>, more: object][]
/** Who does what; `''` is whoever reported it. */
const repairMoves: Moves<'repair'> = [
  ['demo-butler', 'accept', {}],
  ['demo-butler', 'assign', { technician: 'demo-technician' }],
  ['demo-technician', 'start', {}],
  ['demo-technician', 'finish', { note: '好了' }],
  ['', 'verify', { accepted: true }],
  ['', 'verify', { accepted: false, reason: '还漏' }],
  ['', 'rate', { speed: 5, quality: 2, attitude: 4 }],
  ['', 'rate', { speed: 5, quality: 5, attitude: 4 }],
  ['', 'cancel', {}],
  ['demo-technician-2', 'grab', {}],
  ['demo-technician-2', 'start', {}],
  ['demo-technician-2', 'finish', { note: '好了' }],
]
const complaintMoves: Moves<'complaint'> = [
  ['demo-butler', 'accept', {}],
  ['demo-butler', 'resolve', { outcome: '处理了' }],
  ['demo-butler-2', 'callBack', { reached: true, satisfied: 5 }],
  ['demo-butler-2', 'callBack', { reached: true, satisfied: 1 }],
  ['demo-butler-2', 'callBack', { reached: false }],
  ['demo-manager', 'resolve', { outcome: '经理处理了' }],
  ['', 'answer', { satisfied: 3 }],
  ['', 'reopen', { reason: '又来了' }],
  ['demo-butler', 'invalidate', { reason: '不成立' }],
  ['', 'withdraw', {}],
  ['demo-butler-2', 'accept', {}],
  ['demo-butler-2', 'resolve', { outcome: '处理了' }],
]

/** Courses that lead somewhere; random steps come between. */
const courses = {
  repair: [
    [0, 1, 2, 3, 4, 7],
    [1, 2, 3, 5, 2, 3, 4, 6],
    [0, 8],
    [9, 10, 11, 4, 7],
  ],
  complaint: [
    [0, 1, 2],
    [0, 1, 3, 5, 6],
    [0, 1, 7, 1, 2],
    [0, 8],
    [9],
    [0, 1, 4],
    [10, 11, 6],
    [0, 1, 3, 5, 2, 7, 5],
  ],
}
const residents: [openid: string, houseId: string][] = [
  ['demo-owner', 'tianma-1'],
  ['demo-owner-2', 'tianma-44-1'],
  ['demo-tenant', 'tianma-35-2'],
]

const history = fc.record({
  kind: fc.constantFrom('repair' as const, 'complaint' as const),
  course: fc.nat(7),
  between: fc.array(fc.tuple(fc.nat(8), fc.nat(11)), { maxLength: 4 }),
  hours: fc.array(fc.constantFrom(0, 0, 1, 5, 26, 75), { minLength: 12, maxLength: 12 }),
  resident: fc.constantFrom(...residents),
  urgent: fc.boolean(),
  category: fc.nat(2),
  anonymous: fc.boolean(),
  about: fc.constantFrom(null, null, 'demo-technician', 'demo-manager'),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

let passed = 0
/** Lives through one record; between its steps time passes, and the timer runs now and then. */
async function live({
  kind,
  course,
  between,
  hours,
  resident: [who, houseId],
  urgent,
  category,
  anonymous,
  about,
}: History): Promise<void> {
  const repair = kind === 'repair'
  const { id } = repair
    ? await estate.ok(who, 'repair', 'create', {
        ...aTap,
        houseId,
        urgency: urgent ? 'urgent' : 'normal',
        category: ['water', 'lock', 'electric'][category],
      })
    : await estate.ok(who, 'complaint', 'submit', {
        category: ['noise', 'parking', 'person'][category],
        content: '夜里施工',
        houseId,
        anonymous,
        ...(about ? { about: { kind: 'person', id: about } } : {}),
      })
  const moves = [...(courses[kind][course % courses[kind].length] as number[])]
  for (const [at, move] of between) moves.splice(at, 0, move)
  for (const [n, move] of moves.entries()) {
    passed += (hours[n % hours.length] ?? 0) * 3_600_000
    await estate.post('/time', { offsetMs: passed })
    // A refused step changes nothing; the order of moves is random on purpose.
    const [by, action, more] = (repair ? repairMoves : complaintMoves)[move] as Moves<'repair'>[number]
    await estate.as(by || who, kind as 'repair', action, { id, ...more })
    if (n % 2 === 0) await estate.post('/tick')
  }
}

test('whatever happens to repairs and complaints, corrections and reopenings included, every figure by every dimension and month is that of the raw records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 2, maxLength: 4 }), async histories => {
      for (const each of histories) await live(each)
      await estate.post('/tick')
      await estate.post('/tick')
      const [shown, counted] = [await asked(), await recomputed()]
      expect(shown).toEqual(counted)
    }),
    { numRuns: 20, seed: 20261124, endOnFailure: true },
  )
  const sums = await recomputed()
  // The histories were not all alike: every figure has something to say, and every share something on either side.
  for (const figure of figureNames)
    expect({ figure, count: sums[`${figure}|all|`]?.[1] ?? 0 }).not.toEqual({ figure, count: 0 })
  for (const figure of [
    'complaintsResolved',
    'satisfied',
    'reopened',
    'acknowledged',
    'answered',
    'repairsAccepted',
    'repairsFinished',
  ]) {
    const [sum = 0, count = 0] = sums[`${figure}|all|`] ?? []
    expect({ figure, isMixed: sum > 0 && count > sum }).toEqual({ figure, isMixed: true })
  }
})

test('what has been counted is not counted again every minute, and what changes then is', async () => {
  const countedAt = async () => (await estate.ok('demo-manager', 'desk', 'figures', period())).countedAt
  const after = async (minutes: number) => {
    await estate.post('/time', { offsetMs: passed + minutes * 60_000 })
    await estate.post('/tick')
    return countedAt()
  }
  await after(1)
  const settled = await after(4)
  for (const minutes of [5, 6, 9]) expect(await after(minutes)).toBe(settled)
  await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'noise',
    content: '夜里施工',
    houseId: 'tianma-1',
  })
  expect(await after(10)).not.toBe(settled)
  expect(await asked()).toEqual(await recomputed())
})

test('a figure by building, category and person adds up to the whole, and so does the list behind it', async () => {
  await estate.post('/tick')
  const { figures } = await estate.ok('demo-manager', 'desk', 'figures', period())
  for (const { figure, sum, count, by, months } of figures) {
    for (const dimension of ['building', 'category']) {
      const parts = by.filter(part => part.dimension === dimension)
      expect({
        figure,
        dimension,
        sum: parts.reduce((all, part) => all + part.sum, 0),
        count: parts.reduce((all, part) => all + part.count, 0),
      }).toEqual({ figure, dimension, sum, count })
    }
    expect({ figure, months: months.reduce((all, month) => all + month.count, 0) }).toEqual({
      figure,
      months: count,
    })
    const { items } = await estate.ok('demo-manager', 'desk', 'figureList', { figure, ...period() })
    expect({ figure, listed: items.reduce((all, item) => all + item.count, 0) }).toEqual({
      figure,
      listed: count,
    })
  }
})

test('the owners’ committee sees the same figures, and nobody’s name', async () => {
  const committee = await estate.ok('demo-committee', 'desk', 'figures', period())
  const manager = await estate.ok('demo-manager', 'desk', 'figures', period())
  expect(committee.figures.map(({ figure, sum, count }) => [figure, sum, count])).toEqual(
    manager.figures.map(({ figure, sum, count }) => [figure, sum, count]),
  )
  expect(JSON.stringify(committee)).not.toMatch(/demo-|师傅|管家|经理/)
  expect(JSON.stringify(manager)).toMatch(/王师傅/)
  const { items } = await estate.ok('demo-committee', 'desk', 'figureList', {
    figure: 'satisfied',
    ...period(),
  })
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ link, house }) => link === null && house === null)).toBe(true)
})

test('a period cut in two at any day adds up to the whole', async () => {
  const { from, to } = period()
  const of = async (span: { from: string; to: string }) =>
    (await estate.ok('demo-manager', 'desk', 'figures', span)).figures.map(({ sum, count }) => [sum, count])
  const whole = await of({ from, to })
  for (const days of [0, 2, 5, 11, 40]) {
    const cut = new Date(Math.floor(Date.now() / day + days) * day - 8 * 3_600_000).toISOString()
    const [first, second] = [await of({ from, to: cut }), await of({ from: cut, to })]
    expect(
      first.map(([sum = 0, count = 0], n) => [sum + (second[n]?.[0] ?? 0), count + (second[n]?.[1] ?? 0)]),
    ).toEqual(whole)
  }
  expect(await estate.as('demo-manager', 'desk', 'figures', { from: to, to: from })).toMatchObject({
    error: { fields: { to: expect.any(String) as string } },
  })
})

test('an appraisal is one’s own; the manager sees everybody’s', async () => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  const own = await estate.ok('demo-technician', 'desk', 'appraisal', { month })
  expect(own.items.map(({ id }) => id)).toEqual(['demo-technician'])
  expect(own.items[0]?.figures.map(({ figure }) => figure)).toEqual(
    expect.arrayContaining(['startMinutes', 'completionMinutes', 'score']),
  )
  const all = await estate.ok('demo-manager', 'desk', 'appraisal', { month })
  expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['demo-technician', 'demo-butler']))
})

test('a list of more than a page loses no record, of whichever kind', async () => {
  const noon = Math.ceil((Date.now() + 800 * day) / day) * day
  await estate.post('/time', { offsetMs: noon - Date.now() })
  const span = {
    from: new Date(noon - 3_600_000).toISOString(),
    to: new Date(noon + 3_600_000).toISOString(),
  }
  for (let n = 0; n < 65; n++) {
    await estate.ok('demo-owner', 'repair', 'create', aTap)
    await estate.ok('demo-owner', 'complaint', 'submit', {
      category: 'noise',
      content: '夜里施工',
      houseId: 'tianma-1',
    })
  }
  const repairs = (await ofEstate<Order>('orders')).filter(({ createdAt }) => createdAt >= span.from)
  const complaints = (await ofEstate<Complaint>('complaints')).filter(
    ({ createdAt }) => createdAt >= span.from,
  )
  expect([repairs.length, complaints.length]).toEqual([65, 65])
  for (const { _id } of repairs) await estate.ok('demo-butler', 'repair', 'accept', { id: _id })
  for (const { _id } of complaints) await estate.ok('demo-butler', 'complaint', 'accept', { id: _id })
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: { id: string }[]; next: string | null } = await estate.ok(
      'demo-manager',
      'desk',
      'figureList',
      { figure: 'responseMinutes', ...span, ...(cursor ? { cursor } : {}) },
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  }
  expect(seen.sort()).toEqual([...repairs, ...complaints].map(({ _id }) => _id).sort())
})

test('what is about a butler is counted, and neither the list nor the building tells that butler more than the others', async () => {
  const noon = Math.ceil((Date.now() + 860 * day) / day) * day
  await estate.post('/time', { offsetMs: noon - Date.now() })
  const span = {
    from: new Date(noon - 3_600_000).toISOString(),
    to: new Date(noon + 3_600_000).toISOString(),
  }
  const { id, no } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'person',
    content: '态度不好',
    houseId: 'tianma-1',
    about: { kind: 'person', id: 'demo-butler' },
  })
  await estate.post('/tick')
  const seen = async (who: string) => ({
    list: (await estate.ok(who, 'desk', 'figureList', { figure: 'complaintsResolved', ...span })).items,
    figures: (await estate.ok(who, 'desk', 'figures', span)).figures.find(
      ({ figure }) => figure === 'complaintsResolved',
    ),
  })
  const [theirs, colleagues, managers] = [
    await seen('demo-butler'),
    await seen('demo-butler-2'),
    await seen('demo-manager'),
  ]
  expect(theirs).toEqual(colleagues)
  expect(theirs.list).toMatchObject([{ no: '', house: null, link: null, sum: 0, count: 1 }])
  expect(JSON.stringify(theirs)).not.toContain(id)
  expect(theirs.figures?.by.filter(({ dimension }) => dimension === 'building')).toMatchObject([
    { value: '', count: 1 },
  ])
  expect(managers.list).toMatchObject([{ id, no, house: '1' }])
})

test('what is taken away is a spreadsheet with dates and numbers in its cells, and no formula of somebody else’s', async () => {
  const noon = Math.ceil((Date.now() + 900 * day) / day) * day
  await estate.post('/time', { offsetMs: noon - Date.now() })
  const span = { from: new Date(noon - 3_600_000).toISOString(), to: new Date(noon + 3 * day).toISOString() }
  const evil = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)']
  for (const content of evil)
    await estate.ok('demo-owner', 'complaint', 'submit', { category: 'other', content, houseId: 'tianma-1' })
  const { id } = await estate.ok('demo-owner', 'complaint', 'submit', {
    category: 'other',
    content: '平常',
    houseId: 'tianma-1',
  })
  await estate.ok('demo-butler', 'complaint', 'accept', { id })
  await estate.ok('demo-butler', 'complaint', 'resolve', { id, outcome: '=cmd|calc' })
  await estate.ok('demo-butler-2', 'complaint', 'callBack', { id, reached: true, satisfied: 4 })
  const order = await estate.ok('demo-owner', 'repair', 'create', { ...aTap, description: '@漏水' })
  await estate.ok('demo-technician', 'repair', 'grab', { id: order.id })
  const pass = await estate.ok('demo-owner', 'visitor', 'create', {
    houseId: 'tianma-1',
    name: '=张三',
    party: 2,
    kind: 'once',
    from: span.from,
    to: span.to,
  })
  await estate.ok('demo-guard', 'visitor', 'scan', { shortCode: pass.shortCode, gate: '南门' })
  await estate.ok('demo-owner', 'parking', 'register', {
    houseId: 'tianma-1',
    plate: '鲁F00001',
    vehicle: 'car',
    permit: 'monthly',
    note: '=1+1',
  })
  for (let n = 0; n < 2; n++) await estate.post('/tick')

  const { readSheet: read } = await import('read-excel-file/node')
  const sheets = new Map<string, Record<string, unknown>[]>()
  for (const what of ['repairs', 'complaints', 'visitors', 'vehicles', 'figures'] as const) {
    const { address, cut } = await estate.ok('demo-manager', 'desk', 'export', { what, ...span })
    expect(cut).toBe(false)
    const bytes = Buffer.from(await (await fetch(new URL(address, estate.url))).arrayBuffer())
    const [head = [], ...rows] = (await read(Readable.from([bytes]))) as unknown as unknown[][]
    expect({
      what,
      chinese: head.every(header => /[一-龥]/.test(String(header))),
      rows: rows.length > 0,
    }).toEqual({ what, chinese: true, rows: true })
    // Nothing that a spreadsheet would take for a formula, in any cell of any of them.
    expect(rows.flat().filter(cell => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell))).toEqual([])
    sheets.set(
      what,
      rows.map(row => Object.fromEntries(head.map((header, n) => [String(header), row[n]]))),
    )
  }
  // Real dates, on the estate's clock: noon in UTC is 20:00 in Shanghai.
  const hours = (cell: unknown): number => (cell as Date).getTime() - (noon + 8 * 3_600_000)
  const line = (what: string, is: (row: Record<string, unknown>) => boolean) =>
    sheets.get(what)?.find(is) ?? {}
  const complaint = line('complaints', row => row['内容'] === '平常')
  for (const column of ['提交时间', '答复时间', '办结时间'])
    expect({ column, near: Math.abs(hours(complaint[column])) < 120_000 }).toEqual({ column, near: true })
  expect(complaint).toMatchObject({
    房屋: '1',
    姓名: '周示例',
    状态: '已办结',
    处理结果: "'=cmd|calc",
    回访次数: 1,
    满意度: 4,
    重新处理次数: 0,
  })
  const repair = line('repairs', row => row['描述'] === "'@漏水")
  expect(Math.abs(hours(repair['报修时间']))).toBeLessThan(120_000)
  expect(repair).toMatchObject({ '响应（分钟）': 0, 返修次数: 0, 师傅: '王师傅' })
  expect(line('visitors', row => row['访客'] === "'=张三")).toMatchObject({
    时间: expect.any(Date) as Date,
    人数: 2,
  })
  expect(line('vehicles', row => row['备注'] === "'=1+1")).toMatchObject({
    申请时间: expect.any(Date) as Date,
  })
  expect(line('figures', row => row['指标'] === '有效投诉办结率' && row['分组'] === '全部')).toMatchObject({
    分子: 1,
    分母: 5,
    值: 20,
    单位: '%',
    '承诺（%）': 98,
  })
  expect(
    line('figures', row => row['分组'] === '类别' && String(row['名称']).includes('投诉')),
  ).toMatchObject({ 名称: '投诉·其他' })
})
