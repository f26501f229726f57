import * as z from 'zod/mini'
import { text, instant, plate } from '../kernel/wire'
import { words, type Words } from '../kernel/words'
import { permits, vehicles, type Permit, type Vehicle } from './contract'
import { permitWords, vehicleWords } from './wording'

/** What spaces and vehicles look like in the lists that property offices keep. */
const code = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9\u4e00-\u9fa5-]{1,20}$/))
export const spaceRow = z.strictObject({ no: code, area: text(20), vehicle: z.enum(vehicles) })
export const vehicleRow = z.strictObject({
  house: code, plate: z.optional(plate), vehicle: z.enum(vehicles), permit: z.enum(permits), space: z.optional(code), until: z.optional(instant), note: z.optional(text(100)),
})
export type SpaceRow = z.infer<typeof spaceRow>
export type VehicleRow = z.infer<typeof vehicleRow>

/** The first is the one we print. */
export const parkingHeaders = {
  spaces: { no: ['车位号', '车位', 'no'], area: ['区域', '停车区', 'area'], vehicle: ['车型', '类型', 'vehicle'] },
  vehicles: {
    house: ['房号', '房屋', 'house'], plate: ['车牌', '车牌号', '车牌号码', 'plate'], vehicle: ['车型', '类型', 'vehicle'], permit: ['登记方式', '方式', 'permit'],
    space: ['车位号', '车位', 'space'], until: ['有效期至', '到期', '到期日', 'until'], note: ['备注', 'note'],
  },
} as const
export const neededColumns = { spaces: ['no', 'area', 'vehicle'], vehicles: ['house', 'vehicle', 'permit'] } as const

export const parkingFields: Record<string, Words> = {
  no: words('车位号', 'space'), area: words('区域', 'area'), vehicle: words('车型', 'vehicle'), house: words('房号', 'house'), plate: words('车牌', 'plate'),
  permit: words('登记方式', 'permit'), space: words('车位号', 'space'), until: words('有效期', 'until'), note: words('备注', 'note'),
}

const spoken = <K extends string>(table: Record<K, Words>): Record<string, K> =>
  Object.fromEntries((Object.keys(table) as K[]).flatMap(key => [[key, key], [table[key]['zh-CN'], key], [table[key].en.toLowerCase(), key]]))
const vehicleNames: Record<string, Vehicle> = { ...spoken(vehicleWords), 小汽车: 'car', 轿车: 'car', 电动车: 'bicycle', 非机动车: 'bicycle' }
const permitNames: Record<string, Permit> = { ...spoken(permitWords), 自有: 'owned', 产权: 'owned', 月卡: 'monthly' }

/** A cell as the row's schema wants it; `endOfDay` turns a date into the instant at which it ends in the estate's zone. */
export function parkingCell(field: string, cell: string, endOfDay: (date: string) => string): unknown {
  if (field === 'vehicle') return vehicleNames[cell.toLowerCase()] ?? cell
  if (field === 'permit') return permitNames[cell.toLowerCase()] ?? cell
  if (field === 'until') return /^\d{4}-\d{2}-\d{2}$/.test(cell.replaceAll('/', '-')) ? endOfDay(cell.replaceAll('/', '-')) : cell
  return cell
}
