import { invalid } from '@domain/kernel/failure'
import type { LogEntry } from '@domain/visitor/pass'
import { reasonWords } from '@domain/visitor/wording'
import { pagesBack, portion, type ExportKind, type Period } from '../../_kit/export'
import { op, type Where } from '../../_kit/store'
import { gateLog } from './records'

/** The query for the estate's log in a period, of one gate when named, before a cursor. */
export function logWhere(
  estateId: string,
  { from, to }: Period,
  gate: string | undefined,
  cursor?: string,
): Where<LogEntry> {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  return { estateId, ...(gate === undefined ? {} : { gate }), key: op.gte(from).and(op.lt(cursor ?? to)) }
}

const howWords = { code: '通行码', digits: '数字码', plate: '车牌', walkIn: '现场登记' }

/** The log of one gate, or of all, as a spreadsheet. */
export const visitorsSheet = (gate?: string): ExportKind => ({
  name: 'visitors',
  columns: [
    { header: '时间', width: 18 },
    { header: '门岗' },
    { header: '结果' },
    { header: '原因', width: 20 },
    { header: '方式' },
    { header: '离线' },
    { header: '访客' },
    { header: '房屋' },
    { header: '人数' },
    { header: '车牌' },
    { header: '离开时间', width: 18 },
    { header: '超时' },
  ],
  async rows({ estate, period, wall }) {
    const entries = await pagesBack(before =>
      gateLog.find(logWhere(estate._id, period, gate, before), { orderBy: ['key', 'desc'], limit: portion }),
    )
    return entries.map(entry => [
      wall(entry.at),
      entry.gate,
      entry.admitted ? '放行' : '未放行',
      entry.reason ? reasonWords[entry.reason]['zh-CN'] : '',
      howWords[entry.how],
      entry.offline ? '是' : '',
      entry.name,
      entry.house,
      entry.party,
      entry.plate,
      entry.leftAt ? wall(entry.leftAt) : null,
      entry.overstayed ? '是' : '',
    ])
  },
})
