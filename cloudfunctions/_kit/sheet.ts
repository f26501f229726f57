import { Readable } from 'node:stream'
import type { CellValue } from 'read-excel-file/node'
import type { SheetData } from 'write-excel-file/node'
import { Refusal, invalid } from '@domain/kernel/failure'
import { readFile, storeFile } from './store'
import { unzip, zipStored, type Part } from './unzip'

/**
 * Spreadsheets as property offices use them: reads xlsx and csv, writes xlsx. The libraries are loaded when
 * first needed.
 */

/** A cell to write; numbers and dates are written as such, not as text. */
export type Cell = string | number | Date | null
export interface Column {
  header: string
  width?: number
}

/** Rows of an uploaded sheet at most; a sheet with more is not a hand-made register. */
const mostRows = 20_000
/** Columns of an uploaded sheet at most; ours have ten. */
const mostColumns = 200
/** Bytes of an uploaded file, and of a workbook unpacked: several times those of 20,000 rows. */
const mostBytes = 8_000_000
const mostUnpacked = 32_000_000

const tooManyRows = (): Refusal =>
  invalid('fileID', `最多 ${String(mostRows)} 行`, `At most ${String(mostRows)} rows`)
const tooLarge = (): Refusal =>
  invalid(
    'fileID',
    '文件太大，请只保留需要的行和列',
    'The file is too large; keep the rows and columns that are needed',
  )
const unreadable = (): Refusal =>
  invalid(
    'fileID',
    '无法读取这个表格，请另存为 xlsx 或 csv',
    'This sheet cannot be read; save it as xlsx or csv',
  )

/**
 * Reads the rows of the first sheet of a stored file, cells as trimmed text. Empty rows are empty arrays, so
 * that line numbers stay right. Call it once permission is judged: it takes seconds for a large file.
 * @throws Refusal INVALID_INPUT on `fileID` when it is neither xlsx nor csv, or too large
 */
export async function readSheet(fileID: string): Promise<string[][]> {
  const content = await readFile(fileID)
  if (content.length > mostBytes) throw tooLarge()
  const rows = isZip(content) ? await readWorkbook(content) : await readCsv(decode(content))
  if (rows.length > mostRows) throw tooManyRows()
  return rows
}

const isZip = (content: Buffer): boolean => content.length > 3 && content[0] === 0x50 && content[1] === 0x4b

async function readWorkbook(content: Buffer): Promise<string[][]> {
  const parts = unpackWorkbook(content)
  for (const { path, content: xml } of parts) if (path.includes('/worksheets/')) checkCells(xml.toString())
  const { readSheet: read } = await import('read-excel-file/node')
  try {
    // The library believes the sizes that an archive states: it gets one of our own.
    return (await read(Readable.from([zipStored(parts)]))).map(row => row.map(toText))
  } catch {
    throw unreadable()
  }
}

function unpackWorkbook(content: Buffer): Part[] {
  try {
    return unzip(content, path => path.endsWith('.xml') || path.endsWith('.rels'), mostUnpacked)
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : unreadable()
  }
}

/** The rows and cells of a sheet's XML, and the addresses that they state. */
const cellParts = /<(?:\w+:)?(row|c)(?=[\s/>])|\br\s*=\s*["']([A-Z]*)(\d+)["']/g

/**
 * Counts rows and columns before the sheet is read: the reader makes every cell up to the last address.
 * @throws Refusal INVALID_INPUT on `fileID` when there are too many
 */
function checkCells(xml: string): void {
  let rows = 0
  let columns = 0
  for (const [, tag, letters = '', row] of xml.matchAll(cellParts)) {
    if (tag === 'row') {
      rows++
      columns = 0
    } else if (tag === 'c') columns++
    if (rows > mostRows || Number(row ?? 0) > mostRows) throw tooManyRows()
    if (columns > mostColumns || columnOf(letters) > mostColumns) throw tooLarge()
  }
}

/** The number of a column from its letters: A is 1, AA is 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0)

function toText(cell: CellValue | null): string {
  if (cell == null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

async function readCsv(text: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse')
  return papa
    .parse<string[]>(text, { skipEmptyLines: false, preview: mostRows + 1 })
    .data.map(row => (row.every(cell => cell.trim() === '') ? [] : row.map(cell => cell.trim())))
}

/** Decodes UTF-8, or else GB18030, in which Excel in China saves csv. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

/** Quotes a text that a spreadsheet would take for a formula (OWASP, "CSV injection"). */
const quoteFormula = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/**
 * Stores an xlsx with one sheet. Dates are written by their UTC fields: pass the estate's wall clock.
 * @returns the fileID
 */
export async function writeSheet(
  path: string,
  columns: readonly Column[],
  rows: readonly Cell[][],
): Promise<string> {
  const { default: write } = await import('write-excel-file/node')
  const head = columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const }))
  const body = rows.map(row =>
    row.map((value): SheetData[number][number] => {
      if (value === null) return null
      if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
      return typeof value === 'number'
        ? { value, type: Number }
        : { value: quoteFormula(value), type: String }
    }),
  )
  const content = await write([head, ...body], {
    columns: columns.map(({ width = 16 }) => ({ width })),
  }).toBuffer()
  if (content.length === 0) throw new Refusal('INTERNAL')
  return storeFile(path, content)
}
