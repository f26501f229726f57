import { deflateRawSync } from 'node:zlib'
import writeExcel from 'write-excel-file/node'
import { startEstate, type Estate } from '../functions/support/estate'

jest.setTimeout(180_000)
let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.stop())

const imports = [
  { fn: 'account', more: {} },
  { fn: 'parking', more: { what: 'spaces' } },
  { fn: 'parking', more: { what: 'vehicles' } },
] as const
const send = (who: string, { fn, more }: (typeof imports)[number], fileID: string) =>
  estate.as(who, fn, 'importSheet' as never, { fileID, ...more })

/** An xlsx with these parts; `lies` is the size that it states of each. */
function zipOf(parts: Record<string, Buffer>, lies?: number): Buffer {
  const files: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content, { level: 9 })
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(lies ?? content.length, 8)
    const path = Buffer.from(name)
    const nameLength = Buffer.from([path.length, 0, 0, 0])
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, nameLength, path, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    index.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        method,
        sizes,
        nameLength.subarray(0, 2),
        Buffer.alloc(2),
        where,
        path,
      ]),
    )
    files.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(index.length, 8)
  end.writeUInt16LE(index.length, 10)
  end.writeUInt32LE(Buffer.concat(index).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...index, end])
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** A workbook with one sheet of this XML. */
const workbook = (sheet: string, lies?: number): Buffer =>
  zipOf(
    {
      '[Content_Types].xml': Buffer.from(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      'xl/workbook.xml': Buffer.from(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': Buffer.from(
        `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    },
    lies,
  )
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const refused = {
  ok: false,
  error: { code: 'INVALID_INPUT', fields: { fileID: expect.any(String) as string } },
}

test('a sheet is not opened for a person who may not import it', async () => {
  const noSheet = await estate.upload('PK\x03\x04 no workbook', 'register.xlsx')
  for (const each of imports) {
    for (const who of ['a-stranger', 'demo-owner', 'demo-guard'])
      expect(await send(who, each, noSheet)).toMatchObject({
        ok: false,
        error: { code: who === 'a-stranger' ? 'NOT_BOUND' : 'FORBIDDEN' },
      })
    expect(await send(each.fn === 'account' ? 'demo-manager' : 'demo-butler', each, noSheet)).toMatchObject(
      refused,
    )
  }
})

const rows = Array.from({ length: 20_001 }, (_, n) => `<row r="${n + 1}">${cell(`A${n + 1}`, 'x')}</row>`)
test.each([
  ['a small file with huge content', workbook(`<row r="1">${cell('A1', 'x'.repeat(100_000_000))}</row>`)],
  [
    'a file that states a smaller size than it has',
    workbook(`<row r="1">${cell('A1', 'x'.repeat(100_000_000))}</row>`, 100),
  ],
  ['a file that states a huge size', workbook(`<row r="1">${cell('A1', 'x')}</row>`, 0xfffffff0)],
  ['too many rows', workbook(rows.join(''))],
  ['a cell in the last row that there is', workbook(`<row r="1048576">${cell('A1048576', 'x')}</row>`)],
  [
    'a cell in the last column that there is',
    workbook(
      rows
        .slice(0, 9_000)
        .concat(`<row r="9001">${cell('XFD9001', 'x')}</row>`)
        .join(''),
    ),
  ],
  ['rows without numbers', workbook('<row/>'.repeat(2_000_000))],
  ['a row of a million cells', workbook(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)],
  ['a csv of too many lines', Buffer.from('房号\n'.repeat(20_002))],
  ['a csv of ten megabytes', Buffer.alloc(10_000_000, 44)],
])('%s is refused as a file, quickly', async (_name, content) => {
  const fileID = await estate.upload(content, content[0] === 0x50 ? 'register.xlsx' : 'register.csv')
  const began = Date.now()
  expect(await send('demo-manager', imports[0], fileID)).toMatchObject(refused)
  expect(Date.now() - began).toBeLessThan(5_000)
})

test('a sheet of ordinary size is imported', async () => {
  const header = ['房号', '楼栋', '单元', '房间', '建筑面积', '业主姓名', '业主电话']
  const content = await writeExcel(
    [header, ...Array.from({ length: 300 }, (_, n) => [`Z-${n}`, 'Z', '1', `${n}`, '90', '', ''])].map(row =>
      row.map(value => ({ value, type: String })),
    ),
  ).toBuffer()
  expect(await send('demo-manager', imports[0], await estate.upload(content, 'register.xlsx'))).toMatchObject(
    {
      ok: true,
      data: { created: 300, rejected: [] },
    },
  )
})
