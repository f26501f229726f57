import type { Mark } from '@domain/notice/outbox'
import { createHash } from 'node:crypto'
import type { Imported } from '@domain/account/contract'
import {
  fieldNames,
  registerHeaders,
  registerRow,
  rowsOfSheet,
  type RegisterRow,
} from '@domain/account/register'
import type { Caller } from '@domain/kernel/people'
import type { Numbered } from '@domain/kernel/table'
import { words } from '@domain/kernel/words'
import { audit } from '../_kit/audit'
import { eachLimited } from '../_kit/concurrency'
import { forgetSheetLater } from '../_kit/export'
import { rowsAtOnce, missingColumns, sortRows } from '../_kit/import-rows'
import { houses, type House } from '../_kit/records'
import { answerOnce } from '../_kit/repetition'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { readSheet } from '../_kit/sheet'
import { op } from '../_kit/store'

export const importHouses = action('account', 'importHouses', {
  run: ({ input, caller, now, request }) =>
    answerOnce(request, now, () =>
      importRows(
        input.rows.map((row, n) => ({ line: n + 1, row })),
        caller,
        now,
        request,
      ),
    ),
})

export const importSheet = action('account', 'importSheet', {
  run: ({ input: { fileID }, caller, now, request }) =>
    answerOnce(request, now, async () => {
      await forgetSheetLater({ fileID }, { estateId: caller.estateId ?? '', now })
      const sheet = rowsOfSheet(await readSheet(fileID))
      if ('missing' in sheet) throw missingColumns(sheet.missing, registerHeaders)
      return importRows(sheet.rows, caller, now, request)
    }),
})

/** Imports the valid rows and reports the rejected ones. Idempotent: the same file again changes nothing. */
async function importRows(
  rows: readonly Numbered[],
  caller: Caller,
  now: Date,
  request: Mark,
): Promise<Imported> {
  const { good, rejected } = sortRows(
    rows,
    {
      schema: registerRow,
      keyOf: row => row.code,
      keyField: 'code',
      again: words('这个房号在文件里出现过了', 'This code stands in the file already'),
      names: fieldNames,
    },
    caller.lang,
  )
  const estateId = caller.estateId ?? ''
  const known = await readExisting(estateId, [...good.keys()])
  const fresh = [...good.values()].filter(row => !known.has(row.code))
  const changes = [...good.values()].flatMap(row => {
    const house = known.get(row.code)
    const patch = house && findDifferences(house, row)
    return house && patch && Object.keys(patch).length > 0 ? [{ house, patch }] : []
  })
  await eachLimited(fresh, rowsAtOnce, row => houses.add(newHouse(estateId, row)))
  await eachLimited(changes, rowsAtOnce, ({ house, patch }) => houses.change({ _id: house._id }, patch))
  await audit(request, now, { estateId, by: caller.openid, did: 'account.importHouses', record: estateId })
  return {
    created: fresh.length,
    updated: changes.length,
    unchanged: good.size - fresh.length - changes.length,
    rejected,
  }
}

/** Codes in one query; the answer of a function may not exceed 6 MB. */
const perQuery = 200
const maxConcurrentQueries = 5

async function readExisting(estateId: string, codes: readonly string[]): Promise<Map<string, House>> {
  const portions = Array.from({ length: Math.ceil(codes.length / perQuery) }, (_, n) =>
    codes.slice(n * perQuery, (n + 1) * perQuery),
  )
  const found: House[] = []
  await eachLimited(portions, maxConcurrentQueries, async portion => {
    found.push(...(await houses.find({ estateId, code: op.in(portion) }, { limit: perQuery })))
  })
  return new Map(found.map(house => [house.code, house]))
}

const toColumns = (row: RegisterRow) => ({
  building: row.building,
  unit: row.unit ?? null,
  room: row.room,
  areaM2: row.areaM2 ?? null,
  ownerName: row.ownerName ?? null,
  ownerPhone: row.ownerPhone ?? null,
  phoneTail: row.ownerPhone?.slice(-4) ?? null,
})

const newHouse = (estateId: string, row: RegisterRow): House => ({
  _id: createHash('sha256').update(`${estateId}|${row.code}`).digest('hex').slice(0, 24),
  estateId,
  code: row.code,
  ...toColumns(row),
  scene: newScene('h'),
  picture: null,
})

const findDifferences = (house: House, row: RegisterRow): Partial<House> =>
  Object.fromEntries(
    Object.entries(toColumns(row)).filter(([field, value]) => house[field as keyof House] !== value),
  )
