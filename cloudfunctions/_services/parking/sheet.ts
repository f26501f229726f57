import { invalid } from '@domain/kernel/failure'
import type { Registration, VehicleLogEntry } from '@domain/parking/registration'
import { stateOf } from '@domain/parking/states'
import { knownWords, permitWords, stateWords, vehicleWords } from '@domain/parking/wording'
import { pagesBack, portion, type ExportKind, type Period } from '../../_kit/export'
import { op, type Where } from '../../_kit/store'
import { registrations, vehicleLog } from './records'

const zh = 'zh-CN'

/** The registrations that were applied for in a period, in their present state, as a spreadsheet. */
export const vehiclesSheet: ExportKind = {
  name: 'vehicles',
  columns: [
    { header: '房屋' },
    { header: '车牌' },
    { header: '车型' },
    { header: '登记方式' },
    { header: '状态' },
    { header: '区域' },
    { header: '车位' },
    { header: '有效期至', width: 18 },
    { header: '申请时间', width: 18 },
    { header: '备注', width: 24 },
  ],
  async rows({ estate, period: { from, to }, wall, now }) {
    if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
    const found = await pagesBack<Registration>(before =>
      registrations.find(
        { estateId: estate._id, kind: 'permit', key: op.gte(from).and(op.lt(before ?? to)) },
        { orderBy: ['key', 'desc'], limit: portion, leaveOut: ['outbox', 'marks'] },
      ),
    )
    return found.map(each => [
      each.house,
      each.plate,
      vehicleWords[each.vehicle][zh],
      permitWords[each.permit][zh],
      stateWords[stateOf(each, now)][zh],
      each.area,
      each.space,
      each.until === null ? null : wall(each.until),
      wall(each.createdAt),
      each.note,
    ])
  },
}

/** The query for the estate's vehicle log in a period, before a cursor. */
export function vehicleLogWhere(
  estateId: string,
  { from, to }: Period,
  cursor?: string,
): Where<VehicleLogEntry> {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  return { estateId, key: op.gte(from).and(op.lt(cursor ?? to)) }
}

/** The vehicle log as a spreadsheet. */
export const vehicleLogSheet: ExportKind = {
  name: 'vehicle-log',
  columns: [
    { header: '时间', width: 18 },
    { header: '车牌' },
    { header: '方向' },
    { header: '门岗' },
    { header: '登记情况' },
    { header: '放行' },
    { header: '离线' },
  ],
  async rows({ estate, period, wall }) {
    const found = await pagesBack(before =>
      vehicleLog.find(vehicleLogWhere(estate._id, period, before), {
        orderBy: ['key', 'desc'],
        limit: portion,
      }),
    )
    return found.map(each => [
      wall(each.at),
      each.plate,
      each.direction === 'in' ? '进' : '出',
      each.gate,
      knownWords[each.known][zh],
      each.admitted ? '是' : '否',
      each.offline ? '是' : '',
    ])
  },
}
