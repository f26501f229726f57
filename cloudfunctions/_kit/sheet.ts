import { Readable } from 'node:stream'
import type { CellValue } from 'read-excel-file/node'
import type { SheetData } from 'write-excel-file/node'
import { Refusal, invalid } from '@domain/kernel/failure'
import { readFile, storeFile } from './store'

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

/**
 * Reads the rows of the first sheet of a stored file, cells as trimmed text. Empty rows are empty arrays, so
 * that line numbers stay right.
 * @throws Refusal INVALID_INPUT on `fileID` when it is neither xlsx nor csv, or too long
 */
export async function readSheet(fileID: string): Promise<string[][]> {
  const content = await readFile(fileID)
  const rows = isZip(content) ? await readWorkbook(content) : await readCsv(decode(content))
  if (rows.length > mostRows)
    throw invalid('fileID', `最多 ${String(mostRows)} 行`, `At most ${String(mostRows)} rows`)
  return rows
}

const isZip = (content: Buffer): boolean => content.length > 3 && content[0] === 0x50 && content[1] === 0x4b

async function readWorkbook(content: Buffer): Promise<string[][]> {
  const { readSheet: read } = await import('read-excel-file/node')
  try {
    return (await read(Readable.from([content]))).map(row => row.map(toText))
  } catch {
    throw invalid(
      'fileID',
      '无法读取这个表格，请另存为 xlsx 或 csv',
      'This sheet cannot be read; save it as xlsx or csv',
    )
  }
}

function toText(cell: CellValue | null): string {
  if (cell == null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

async function readCsv(text: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse')
  return papa
    .parse<string[]>(text, { skipEmptyLines: false })
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
