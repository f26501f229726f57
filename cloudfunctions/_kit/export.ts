import { utcOffset } from '@domain/kernel/estate-time'
import { audit } from './audit'
import type { SetEstate } from './estate'
import { writeSheet, type Cell, type Column } from './sheet'
import { addressesOf } from './store'

/** Instants, ISO 8601 UTC; the end does not belong to it. */
export interface Period {
  from: string
  to: string
}
export interface Asked {
  estate: SetEstate
  period: Period
  now: Date
  /** An instant as the wall clock of the estate shows it. */
  wall: (at: string) => Date
}
/** A kind of spreadsheet: its columns, and its lines for a period. */
export interface ExportKind {
  name: string
  columns: Column[]
  rows(asked: Asked): Promise<Cell[][]>
}

/** As many lines as one sheet takes, the newest; the cloud gives 1,000 at a time. */
const mostRows = 10_000
export const portion = 1000

/** Reads on by key, newest first, until there is no more or the sheet is full. */
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

/**
 * Stores the spreadsheet of a period and writes down who took it; `cut`: there was more than a sheet takes.
 * Times stand on the estate's clock.
 */
export async function storeExport(
  kind: ExportKind,
  period: Period,
  {
    estate,
    by,
    now,
    requestKey,
    did,
  }: { estate: SetEstate; by: string; now: Date; requestKey: string; did: string },
) {
  const wall = (at: string): Date => new Date(Date.parse(at) + utcOffset(new Date(at), estate.zone) * 60_000)
  const rows = await kind.rows({ estate, period, now, wall })
  const fileID = await writeSheet(`exports/${estate._id}/${kind.name}-${requestKey}.xlsx`, kind.columns, rows)
  await audit(requestKey, now, { estateId: estate._id, by, did, record: estate._id })
  return { fileID, address: (await addressesOf([fileID]))[fileID] ?? '', cut: rows.length >= mostRows }
}
