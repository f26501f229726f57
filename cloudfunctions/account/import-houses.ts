import { createHash } from 'node:crypto'
import type { Imported } from '@domain/account/contract'
import { fieldNames, registerHeaders, registerRow, rowsOfSheet, type RegisterRow } from '@domain/account/register'
import { invalid } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { say, words, type Lang, type Words } from '@domain/kernel/words'
import * as z from 'zod/mini'
import { houses, type House } from '../_kit/account-records'
import { audit } from '../_kit/audit'
import { fieldsOf } from '../_kit/field-words'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { readSheet } from '../_kit/sheet'
import { op } from '../_kit/store'

interface Numbered { line: number; row: Record<string, unknown> }
interface Sorted { good: Map<string, RegisterRow>; rejected: Imported['rejected'] }

export const importHouses = action('account', 'importHouses', {
  run: ({ input, caller, now, requestKey }) => importRows(input.rows.map((row, n) => ({ line: n + 1, row })), caller, now, requestKey),
})

export const importSheet = action('account', 'importSheet', {
  load: ({ fileID }) => readSheet(fileID),
  async run({ caller, loaded: cells, now, requestKey }) {
    const sheet = rowsOfSheet(cells)
    if ('missing' in sheet) throw missingColumns(sheet.missing)
    return importRows(sheet.rows, caller, now, requestKey)
  },
})

function missingColumns(fields: (keyof RegisterRow)[]) {
  const names = fields.map(field => registerHeaders[field][0] ?? field)
  return invalid('fileID', `第一行缺少列：${names.join('、')}`, `The first line lacks: ${names.join(', ')}`)
}

/** Takes the good rows and names the bad ones. The same file again changes nothing. */
async function importRows(rows: readonly Numbered[], caller: Caller, now: Date, requestKey: string): Promise<Imported> {
  const { good, rejected } = sortOut(rows, caller.lang)
  const estateId = caller.estateId ?? ''
  const known = await existing(estateId, [...good.keys()])
  const fresh = [...good.values()].filter(row => !known.has(row.code))
  const changes = [...good.values()].flatMap((row) => {
    const house = known.get(row.code)
    const patch = house && differences(house, row)
    return house && patch && Object.keys(patch).length > 0 ? [{ house, patch }] : []
  })
  await abreast(fresh, row => houses.add(newHouse(estateId, row)))
  await abreast(changes, ({ house, patch }) => houses.change({ _id: house._id }, patch))
  await audit(requestKey, now, { estateId, by: caller.openid, did: 'account.importHouses', record: estateId })
  return { created: fresh.length, updated: changes.length, unchanged: good.size - fresh.length - changes.length, rejected }
}

function sortOut(rows: readonly Numbered[], lang: Lang): Sorted {
  const sorted: Sorted = { good: new Map(), rejected: [] }
  const reject = (row: number, fields: Record<string, Words>) => {
    sorted.rejected.push({ row, fields: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, namedFault(field, text, lang)])) })
  }
  for (const { line, row } of rows) {
    const parsed = z.safeParse(registerRow, row, { reportInput: true })
    if (!parsed.success) reject(line, fieldsOf(parsed.error.issues))
    else if (sorted.good.has(parsed.data.code)) reject(line, { code: words('这个房号在文件里出现过了', 'This code stands in the file already') })
    else sorted.good.set(parsed.data.code, parsed.data)
  }
  return sorted
}

const namedFault = (field: string, fault: Words, lang: Lang): string =>
  field in fieldNames ? `${say(fieldNames[field as keyof RegisterRow], lang)}：${say(fault, lang)}` : say(fault, lang)

/** As many codes as one query takes; the answer of a function may not pass 6 MB. */
const perQuery = 200

async function existing(estateId: string, codes: readonly string[]): Promise<Map<string, House>> {
  const portions = Array.from({ length: Math.ceil(codes.length / perQuery) }, (_, n) => codes.slice(n * perQuery, (n + 1) * perQuery))
  const found: House[] = []
  await abreast(portions, async portion => { found.push(...await houses.find({ estateId, code: op.in(portion) }, { limit: perQuery })) }, 5)
  return new Map(found.map(house => [house.code, house]))
}

const columns = (row: RegisterRow) => ({
  building: row.building, unit: row.unit ?? null, room: row.room, areaM2: row.areaM2 ?? null,
  ownerName: row.ownerName ?? null, ownerPhone: row.ownerPhone ?? null, phoneTail: row.ownerPhone?.slice(-4) ?? null,
})

const newHouse = (estateId: string, row: RegisterRow): House => ({
  _id: createHash('sha256').update(`${estateId}|${row.code}`).digest('hex').slice(0, 24), estateId, code: row.code, ...columns(row), scene: newScene('h'), picture: null,
})

const differences = (house: House, row: RegisterRow): Partial<House> =>
  Object.fromEntries(Object.entries(columns(row)).filter(([field, value]) => house[field as keyof House] !== value))

/** Twenty at a time: the cloud answers so many side by side, and 10,000 rows end well before a function's 60 s. */
async function abreast<T>(items: readonly T[], work: (item: T) => Promise<unknown>, wide = 20): Promise<void> {
  const left = [...items]
  const lane = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: wide }, lane))
}
