import { Readable } from 'node:stream'
import { aTap, startEstate, type Estate } from '../support/estate'

jest.setTimeout(300_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const day = 86_400_000

test('an export is a spreadsheet with real dates and numbers, and no text in it is a formula', async () => {
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
    // No cell of any sheet holds what a spreadsheet takes for a formula.
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
