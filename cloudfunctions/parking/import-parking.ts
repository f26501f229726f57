import { estateInstant } from '@domain/kernel/estate-time'
import { rowsOfTable, type Numbered } from '@domain/kernel/table'
import { neededColumns, parkingCell, parkingHeaders } from '@domain/parking/sheet'
import { readEstate } from '../_kit/estate'
import { forgetSheetLater } from '../_kit/export'
import { missingColumns } from '../_kit/import-rows'
import { answerOnce } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { readSheet } from '../_kit/sheet'
import { importSpaceRows } from './import-spaces'
import { importVehicleRows } from './import-vehicles'

const numbered = (rows: readonly Record<string, unknown>[]): Numbered[] =>
  rows.map((row, n) => ({ line: n + 1, row }))

export const importSpaces = action('parking', 'importSpaces', {
  run: ({ input, caller, now, request }) =>
    answerOnce(request, now, () => importSpaceRows(numbered(input.rows), { caller, now, request })),
})

export const importVehicles = action('parking', 'importVehicles', {
  run: ({ input, caller, now, request }) =>
    answerOnce(request, now, () => importVehicleRows(numbered(input.rows), { caller, now, request })),
})

/**
 * Imports the property office's spreadsheet. Dates are days of the estate; a permit lasts until the end of
 * its day.
 */
export const importSheet = action('parking', 'importSheet', {
  run: ({ input: { what, fileID }, caller, now, request }) =>
    answerOnce(request, now, async () => {
      await forgetSheetLater({ fileID }, { estateId: caller.estateId ?? '', now })
      const cells = await readSheet(fileID)
      const { zone } = await readEstate(caller.estateId ?? '')
      const endOfDay = (date: string): string => estateInstant(date, '23:59', zone).toISOString()
      const sheet = rowsOfTable<string>(cells, parkingHeaders[what], neededColumns[what], (field, cell) =>
        parkingCell(field, cell, endOfDay),
      )
      if ('missing' in sheet) throw missingColumns<string>(sheet.missing, parkingHeaders[what])
      return (what === 'spaces' ? importSpaceRows : importVehicleRows)(sheet.rows, { caller, now, request })
    }),
})
