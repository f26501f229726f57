import * as z from 'zod/mini'
import { text, instant, plate } from '../kernel/wire'
import { words, type Words } from '../kernel/words'
import { permits, vehicles, type Permit, type Vehicle } from './contract'
import { permitWords, vehicleWords } from './wording'

/** Rows of the lists of spaces and vehicles that property offices keep. */
const code = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9\u4e00-\u9fa5-]{1,20}$/))
export const spaceRow = z.strictObject({
  no: code,
  area: text(20),
  areaEn: z.optional(text(40)),
  vehicle: z.enum(vehicles),
})
export const vehicleRow = z.strictObject({
  house: code,
  plate: z.optional(plate),
  vehicle: z.enum(vehicles),
  permit: z.enum(permits),
  space: z.optional(code),
  until: z.optional(instant),
  note: z.optional(text(100)),
})
export type SpaceRow = z.infer<typeof spaceRow>
export type VehicleRow = z.infer<typeof vehicleRow>

/** The column headers that property offices use; our own sheets print the first of each. */
export const parkingHeaders = {
  spaces: {
    no: ['车位号', '车位', 'no'],
    area: ['区域', '停车区', 'area'],
    areaEn: ['区域英文名', '英文名', 'areaEn'],
    vehicle: ['车型', '类型', 'vehicle'],
  },
  vehicles: {
    house: ['房号', '房屋', 'house'],
    plate: ['车牌', '车牌号', '车牌号码', 'plate'],
    vehicle: ['车型', '类型', 'vehicle'],
    permit: ['登记方式', '方式', 'permit'],
    space: ['车位号', '车位', 'space'],
    until: ['有效期至', '到期', '到期日', 'until'],
    note: ['备注', 'note'],
  },
} as const
export const neededColumns = {
  spaces: ['no', 'area', 'vehicle'],
  vehicles: ['house', 'vehicle', 'permit'],
} as const

export const parkingFields: Record<string, Words> = {
  no: words('车位号', 'space'),
  area: words('区域', 'area'),
  areaEn: words('区域英文名', 'English name of the area'),
  vehicle: words('车型', 'vehicle'),
  house: words('房号', 'house'),
  plate: words('车牌', 'plate'),
  permit: words('登记方式', 'permit'),
  space: words('车位号', 'space'),
  until: words('有效期', 'until'),
  note: words('备注', 'note'),
}

/** What to enter in such a column: the words of the sheet, and in English also their meaning. */
const oneOf = (table: Record<string, Words>): Words => {
  const all = Object.values(table)
  return words(
    `请填${all.map(each => each['zh-CN']).join('、')}`,
    `Must be one of ${all.map(each => `${each['zh-CN']} (${each.en})`).join(', ')}`,
  )
}
export const parkingChoices: Record<string, Words> = {
  vehicle: oneOf(vehicleWords),
  permit: oneOf(permitWords),
}

const namesOf = <K extends string>(table: Record<K, Words>): Record<string, K> =>
  Object.fromEntries(
    (Object.keys(table) as K[]).flatMap(key => [
      [key, key],
      [table[key]['zh-CN'], key],
      [table[key].en.toLowerCase(), key],
    ]),
  )
const vehicleNames: Record<string, Vehicle> = {
  ...namesOf(vehicleWords),
  小汽车: 'car',
  轿车: 'car',
  电动车: 'bicycle',
  非机动车: 'bicycle',
}
const permitNames: Record<string, Permit> = {
  ...namesOf(permitWords),
  自有: 'owned',
  产权: 'owned',
  月卡: 'monthly',
}

/**
 * The value of a cell for the row's schema; `endOfDay` turns a date into the instant of its end in the
 * estate's zone.
 */
export function parkingCell(field: string, cell: string, endOfDay: (date: string) => string): unknown {
  if (field === 'vehicle') return vehicleNames[cell.toLowerCase()] ?? cell
  if (field === 'permit') return permitNames[cell.toLowerCase()] ?? cell
  if (field === 'until') return dayIn(cell, endOfDay) ?? cell
  return cell
}

/** A day as offices write it: 2027-01-05, 2027/1/5, 2027.1.5 or 2027年1月5日; null: not a valid date. */
function dayIn(cell: string, endOfDay: (date: string) => string): string | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const there = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(there) || new Date(there).toISOString().slice(0, 10) !== day ? null : endOfDay(day)
}
