import { createHash } from 'node:crypto'
import type { Mark } from '@domain/notice/outbox'
import { utcOffset } from '@domain/kernel/estate-time'
import type { AuditKind } from '@domain/services'
import { audit } from './audit'
import type { SetEstate } from './estate'
import { storedSheets, type StoredSheet } from './records'
import { writeSheet, type Cell, type Column } from './sheet'
import { readFileUrls, storeFile } from './store'

/** Instants, ISO 8601 UTC; the end is exclusive. */
export interface Period {
  from: string
  to: string
}
/** What the rows of a spreadsheet are read for. */
export interface ExportRequest {
  estate: SetEstate
  period: Period
  now: Date
  /** An instant (ISO 8601 UTC) as a date whose UTC fields show the wall clock of the estate. */
  wall: (at: string) => Date
}
/** A kind of spreadsheet: its columns, and its rows for a period. */
export interface ExportKind {
  name: string
  columns: Column[]
  rows: (request: ExportRequest) => Promise<Cell[][]>
}

/** Rows of one sheet at most: the newest. */
const mostRows = 10_000
/** Records of one query at most: the cloud returns no more than 1,000. */
export const portion = 1000

/** Reads page after page by key, newest first, until there are no more records or the sheet is full. */
export async function pagesBack<T extends { key: string }>(
  read: (before: string | undefined) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = []
  for (let before: string | undefined; all.length < mostRows;) {
    const found = await read(before)
    all.push(...found)
    before = found[found.length - 1]?.key
    if (found.length < portion) break
  }
  return all
}

interface Exporting {
  estate: SetEstate
  /** Openid of the person who exports. */
  by: string
  now: Date
  request: Mark
  did: AuditKind
}

/** Days that the file of a spreadsheet is kept, exported or imported; ours: long enough to fetch it again. */
export const sheetDays = 7

/** Has the timer delete a spreadsheet's file after `sheetDays`. Idempotent. */
export async function forgetSheetLater(
  file: { path: string } | { fileID: string },
  { estateId, now }: { estateId: string; now: Date },
): Promise<void> {
  const named = { path: null, fileID: null, ...file }
  const _id = createHash('sha256')
    .update(named.path ?? named.fileID ?? '')
    .digest('hex')
    .slice(0, 32)
  await storedSheets.add({ _id, estateId, at: now.toISOString(), ...named })
}

/**
 * The file of a spreadsheet. Of an exported one only the path is known: a fileID is known once something is
 * stored under the path, so the content is replaced by nothing.
 */
export const fileOfSheet = async ({ path, fileID }: StoredSheet): Promise<string[]> => [
  fileID ?? (await storeFile(path ?? '', Buffer.alloc(0))),
]

/**
 * Stores the spreadsheet of a period for `sheetDays`. Audits who exported it before it is stored, so that a
 * fault leaves nothing disclosed. Times are in the estate's local time.
 * @returns `cut` true when the period has more rows than a sheet takes
 */
export async function storeExport(
  kind: ExportKind,
  period: Period,
  { estate, by, now, request, did }: Exporting,
): Promise<{ fileID: string; address: string; cut: boolean }> {
  const wall = (at: string): Date => new Date(Date.parse(at) + utcOffset(new Date(at), estate.zone) * 60_000)
  const rows = await kind.rows({ estate, period, now, wall })
  const path = `exports/${estate._id}/${kind.name}-${request.key}.xlsx`
  await Promise.all([
    audit(request, now, { estateId: estate._id, by, did, record: estate._id }),
    forgetSheetLater({ path }, { estateId: estate._id, now }),
  ])
  const fileID = await writeSheet(path, kind.columns, rows)
  return { fileID, address: (await readFileUrls([fileID]))[fileID] ?? '', cut: rows.length >= mostRows }
}
