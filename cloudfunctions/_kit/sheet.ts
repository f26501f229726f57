import { Readable } from 'node:stream'
import { Refusal, invalid } from '@domain/kernel/failure'
import { readFile, storeFile } from './store'

/**
 * Spreadsheets as property offices use them: read xlsx and csv, write xlsx. The libraries are loaded when
 * first needed.
 */

/** A cell of a sheet that is written: a real number or date stays one. */
export type Cell = string | number | Date | null
export interface Column {
  header: string
  width?: number
}

/** A page of a workbook past this many rows is not something a person made. */
const mostRows = 20_000

/**
 * The rows of the first sheet of a stored file, cells as trimmed text, empty rows as empty arrays so that
 * line numbers hold.
 * @throws Refusal INVALID_INPUT on `fileID` when it is neither xlsx nor csv, or too long
 */
export async function readSheet(fileID: string): Promise<string[][]> {
  const content = await readFile(fileID)
  const rows = isZip(content) ? await readWorkbook(content) : await readCsv(decoded(content))
  if (rows.length > mostRows)
    throw invalid('fileID', `最多 ${String(mostRows)} 行`, `At most ${String(mostRows)} rows`)
  return rows
}

const isZip = (content: Buffer): boolean => content.length > 3 && content[0] === 0x50 && content[1] === 0x4b

async function readWorkbook(content: Buffer): Promise<string[][]> {
  const { readSheet: read } = await import('read-excel-file/node')
  try {
    return (await read(Readable.from([content]))).map(row => row.map(textOf))
  } catch {
    throw invalid(
      'fileID',
      '无法读取这个表格，请另存为 xlsx 或 csv',
      'This sheet cannot be read; save it as xlsx or csv',
    )
  }
}

const textOf = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell).trim()

async function readCsv(text: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse')
  return papa
    .parse<string[]>(text, { skipEmptyLines: false })
    .data.map(row => (row.every(cell => cell.trim() === '') ? [] : row.map(cell => cell.trim())))
}

/** Excel in China saves csv in GB18030 where the file has no byte-order mark and is not UTF-8. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

/** What a spreadsheet would take for a formula stays text (OWASP, "CSV injection"). */
const harmless = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/**
 * Stores an xlsx with one sheet and answers its fileID. Dates are written as they stand in UTC: pass the
 * estate's wall time.
 */
export async function writeSheet(
  path: string,
  columns: readonly Column[],
  rows: readonly Cell[][],
): Promise<string> {
  const { default: write } = await import('write-excel-file/node')
  const head = columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const }))
  const body = rows.map(row =>
    row.map(value => {
      if (value === null) return null
      if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm' }
      return typeof value === 'number' ? { value, type: Number } : { value: harmless(value), type: String }
    }),
  )
  const content = await write(
    [head, ...body] as never,
    { columns: columns.map(({ width = 16 }) => ({ width })) } as never,
  ).toBuffer()
  if (content.length === 0) throw new Refusal('INTERNAL')
  return storeFile(path, content)
}
