import { utcOffset } from '@domain/kernel/estate-time'
import type { Registration } from '@domain/parking/registration'
import { stateOf } from '@domain/parking/states'
import { knownWords, permitWords, stateWords, vehicleWords } from '@domain/parking/wording'
import { audit } from '../_kit/audit'
import { estateOf, type SetEstate } from '../_kit/estate'
import { registrations, vehicleLog } from '../_kit/parking-records'
import { action } from '../_kit/serve'
import { writeSheet, type Cell, type Column } from '../_kit/sheet'
import { addressesOf, op } from '../_kit/store'
import { vehicleLogWhere } from './read-vehicle-log'

/** As many lines as one sheet takes; the cloud gives 1,000 at a time. */
const mostRows = 10_000
const portion = 1000
const zh = 'zh-CN'

type Reader = (estate: SetEstate, period: { from: string; to: string }, wall: (at: string) => Date, now: Date) => Promise<Cell[][]>
interface Sheet { columns: Column[]; read: Reader }

/** Reads on by key, newest first, until there is no more or the sheet is full. */
async function pages<T extends { key: string }>(read: (before: string | undefined) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  for (let before: string | undefined; all.length < mostRows;) {
    const found = await read(before)
    all.push(...found)
    before = found[found.length - 1]?.key
    if (found.length < portion) break
  }
  return all
}

const vehicleSheet: Sheet = {
  columns: [
    { header: '房屋' }, { header: '车牌' }, { header: '车型' }, { header: '登记方式' }, { header: '状态' }, { header: '区域' }, { header: '车位' },
    { header: '有效期至', width: 18 }, { header: '申请时间', width: 18 }, { header: '备注', width: 24 },
  ],
  async read(estate, { from, to }, wall, now) {
    const found = await pages<Registration>(before => registrations.find(
      { estateId: estate._id, kind: 'permit', key: op.gte(from).and(op.lt(before ?? to)) }, { orderBy: ['key', 'desc'], limit: portion, leaveOut: ['outbox', 'marks'] },
    ))
    return found.map(each => [
      each.house, each.plate, vehicleWords[each.vehicle][zh], permitWords[each.permit][zh], stateWords[stateOf(each, now)][zh], each.area, each.space,
      each.until === null ? null : wall(each.until), wall(each.createdAt), each.note,
    ])
  },
}

const logSheet: Sheet = {
  columns: [{ header: '时间', width: 18 }, { header: '车牌' }, { header: '方向' }, { header: '门岗' }, { header: '登记情况' }, { header: '放行' }, { header: '离线' }],
  async read(estate, period, wall) {
    const found = await pages(before => vehicleLog.find(vehicleLogWhere(estate._id, period, before), { orderBy: ['key', 'desc'], limit: portion }))
    return found.map(each => [
      wall(each.at), each.plate, each.direction === 'in' ? '进' : '出', each.gate, knownWords[each.known][zh], each.admitted ? '是' : '否', each.offline ? '是' : '',
    ])
  },
}

const sheets = { vehicles: vehicleSheet, log: logSheet }

/** What was applied for in a period, or what came and went in it, as a spreadsheet; times on the estate's clock. */
export const exportParking = action('parking', 'export', {
  async run({ input: { what, ...period }, caller, now, requestKey }) {
    const estate = await estateOf(caller.estateId ?? '')
    const wall = (at: string): Date => new Date(Date.parse(at) + utcOffset(new Date(at), estate.zone) * 60_000)
    const { columns, read } = sheets[what]
    const fileID = await writeSheet(`exports/${estate._id}/${what}-${requestKey}.xlsx`, columns, await read(estate, period, wall, now))
    await audit(requestKey, now, { estateId: estate._id, by: caller.openid, did: 'parking.export', record: estate._id })
    return { fileID, address: (await addressesOf([fileID]))[fileID] ?? '' }
  },
})
