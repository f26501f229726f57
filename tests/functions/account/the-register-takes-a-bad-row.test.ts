import writeExcel from 'write-excel-file/node'
import { startEstate, type Estate } from '../support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const header = ['房号', '楼栋', '单元', '房间', '建筑面积', '业主姓名', '业主电话']
const lines: (string | number | null)[][] = [
  ['A-101', 'A', '1', '101', 89.5, '孙示例', 19900001111],
  ['A-102', 'A', '1', '102', 120, '李示例', '199 0000 1112'],
  ['', 'A', '1', '103', 90, null, null],
  ['A-104', 'A', '1', '104', '很大', null, null],
  ['A-105', 'A', '1', '105', 90, '赵示例', '12345'],
  ['A-101', 'A', '1', '101', 90, null, null],
]

const asXlsx = (rows: (string | number | null)[][]): Promise<Buffer> =>
  writeExcel(
    [header, ...rows].map(row =>
      row.map(value =>
        value === null ? null : { value, type: typeof value === 'number' ? Number : String },
      ),
    ) as never,
  ).toBuffer()
const asCsv = (rows: (string | number | null)[][]): string =>
  [header, ...rows].map(row => row.map(cell => cell ?? '').join(',')).join('\r\n')

const rejected = [
  { row: 4, fields: { code: '房号：必填' } },
  { row: 5, fields: { areaM2: '面积：类型不对' } },
  { row: 6, fields: { ownerPhone: '业主电话：格式不对' } },
  { row: 7, fields: { code: '房号：这个房号在文件里出现过了' } },
]

test('good rows of a workbook are imported, each bad one is named with its line and fault, and a second import changes nothing', async () => {
  const fileID = await estate.upload(await asXlsx(lines), 'register.xlsx')
  expect(await estate.ok('demo-manager', 'account', 'importSheet', { fileID })).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    rejected,
  })
  expect(await estate.ok('demo-manager', 'account', 'importSheet', { fileID })).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
    rejected,
  })
  const { items } = await estate.ok('demo-butler', 'account', 'houses', { query: 'A-10' })
  expect(items.map(({ code, areaM2, owner }) => ({ code, areaM2, owner }))).toEqual([
    { code: 'A-101', areaM2: 89.5, owner: { name: '孙示例', phone: '199****1111' } },
    { code: 'A-102', areaM2: 120, owner: { name: '李示例', phone: '199****1112' } },
  ])
})

test('the same holds for csv, also as Excel in China saves it', async () => {
  const utf8 = await estate.upload(asCsv(lines), 'register.csv')
  expect(await estate.ok('demo-manager', 'account', 'importSheet', { fileID: utf8 })).toMatchObject({
    created: 0,
    unchanged: 2,
    rejected,
  })
  const gbk = await estate.upload(
    Buffer.from('b7bfbac52cc2a5b6b02cb7bfbce40d0a422d3130312cb6fec6da2c3130310d0a', 'hex'),
    'register.csv',
  )
  expect(await estate.ok('demo-manager', 'account', 'importSheet', { fileID: gbk })).toMatchObject({
    created: 1,
    rejected: [],
  })
  expect((await estate.ok('demo-butler', 'account', 'houses', { query: 'B-101' })).items).toMatchObject([
    { building: '二期' },
  ])
})

test('a file without the columns, or that is no sheet, changes nothing and gives the reason', async () => {
  const headless = await estate.upload('门牌,地址\n1,2\n', 'register.csv')
  expect(await estate.as('demo-manager', 'account', 'importSheet', { fileID: headless })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { fileID: '第一行缺少列：房号、楼栋、房间' } },
  })
  const broken = await estate.upload(
    Buffer.concat([Buffer.from('PK'), Buffer.alloc(200, 7)]),
    'register.xlsx',
  )
  expect(await estate.as('demo-manager', 'account', 'importSheet', { fileID: broken })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { fileID: expect.any(String) } },
  })
})

test('ten thousand houses are imported in one call within a function’s limits, and a second time without a change', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    code: `K${String(n)}`,
    building: `K${String(n % 50)}`,
    room: String(n),
    areaM2: 100,
    ownerName: '批量',
    ownerPhone: String(19_910_000_000 + n),
  }))
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(6 * 1024 * 1024)
  // The local process ends a function after its 60 s, as the cloud does: a longer import would be cut off.
  expect(await estate.ok('demo-manager', 'account', 'importHouses', { rows })).toEqual({
    created: 10_000,
    updated: 0,
    unchanged: 0,
    rejected: [],
  })
  rows[7]!.ownerName = '换了业主'
  expect(await estate.ok('demo-manager', 'account', 'importHouses', { rows })).toEqual({
    created: 0,
    updated: 1,
    unchanged: 9_999,
    rejected: [],
  })
})

test('only the manager imports, and malformed rows are refused', async () => {
  expect(await estate.as('demo-butler', 'account', 'importHouses', { rows: [] })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(
    await estate.ok('demo-manager', 'account', 'importHouses', {
      rows: [
        { code: { $ne: null }, building: 'x', room: '1' },
        { code: 'Z-1', building: 'x', room: '1', admin: true },
      ],
    }),
  ).toMatchObject({
    created: 0,
    rejected: [
      { row: 1, fields: { code: expect.any(String) } },
      { row: 2, fields: { admin: expect.any(String) } },
    ],
  })
})
