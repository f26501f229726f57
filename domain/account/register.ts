import * as z from 'zod/mini'
import { mobile } from '../kernel/phone'
import { rowsOfTable } from '../kernel/table'
import { words, type Words } from '../kernel/words'
import { text } from '../kernel/wire'

/** A row of the property company's house register. */
export const registerRow = z.strictObject({
  code: z.string().check(z.trim(), z.regex(/^[A-Za-z0-9\u4e00-\u9fa5-]{1,20}$/)),
  building: text(20),
  unit: z.optional(text(20)),
  room: text(20),
  areaM2: z.optional(z.number().check(z.gt(0), z.maximum(100_000))),
  ownerName: z.optional(text(20)),
  ownerPhone: z.optional(z.string().check(z.regex(mobile))),
})
export type RegisterRow = z.infer<typeof registerRow>

/** The column headers that property offices use; our own sheets print the first of each. */
export const registerHeaders: Record<keyof RegisterRow, readonly string[]> = {
  code: ['房号', '房屋编号', '房产编号', 'code'],
  building: ['楼栋', '楼号', '栋', 'building'],
  unit: ['单元', 'unit'],
  room: ['房间', '室', '房间号', 'room'],
  areaM2: ['面积', '建筑面积', '面积（㎡）', '建筑面积（㎡）', 'areaM2'],
  ownerName: ['业主姓名', '业主', '姓名', 'ownerName'],
  ownerPhone: ['业主电话', '电话', '手机', '手机号', 'ownerPhone'],
}

export const fieldNames: Record<keyof RegisterRow, Words> = {
  code: words('房号', 'house number'),
  building: words('楼栋', 'building'),
  unit: words('单元', 'unit'),
  room: words('房间', 'room'),
  areaM2: words('面积', 'area'),
  ownerName: words('业主姓名', 'owner’s name'),
  ownerPhone: words('业主电话', 'owner’s phone'),
}

/** Normalises a phone number from Excel, which can have spaces, dashes or a country code. */
const tidyPhone = (value: string): string => value.replace(/^(\+?86)?[\s-]*/, '').replace(/[\s-]/g, '')

function cellValue(field: keyof RegisterRow, cell: string): string | number {
  if (field === 'areaM2') return Number(cell)
  return field === 'ownerPhone' ? tidyPhone(cell) : cell
}

/** Reads the cells of a sheet as rows of the register, by its header line. */
export const rowsOfSheet = (cells: readonly (readonly string[])[]) =>
  rowsOfTable(cells, registerHeaders, ['code', 'building', 'room'], cellValue)
