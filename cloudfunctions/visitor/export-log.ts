import { utcOffset } from '@domain/kernel/estate-time'
import type { LogEntry } from '@domain/visitor/pass'
import { reasonWords } from '@domain/visitor/wording'
import { audit } from '../_kit/audit'
import { estateOf } from '../_kit/estate'
import { action } from '../_kit/serve'
import { writeSheet, type Column } from '../_kit/sheet'
import { addressesOf } from '../_kit/store'
import { gateLog } from '../_kit/visitor-records'
import { logWhere } from './read-log'

/** As many lines as one sheet takes; the cloud gives 1,000 at a time. */
const mostRows = 10_000
const portion = 1000

const columns: Column[] = [
  { header: '时间', width: 18 }, { header: '门岗' }, { header: '结果' }, { header: '原因', width: 20 }, { header: '方式' }, { header: '离线' },
  { header: '访客' }, { header: '房屋' }, { header: '人数' }, { header: '车牌' }, { header: '离开时间', width: 18 }, { header: '超时' },
]
const howWords = { code: '通行码', digits: '数字码', plate: '车牌', walkIn: '现场登记' }

/** The log of a period as a spreadsheet, times on the estate's clock. */
export const exportLog = action('visitor', 'exportLog', {
  async run({ input, caller, now, requestKey }) {
    const estate = await estateOf(caller.estateId ?? '')
    const wall = (at: string): Date => new Date(Date.parse(at) + utcOffset(new Date(at), estate.zone) * 60_000)
    const entries: LogEntry[] = []
    for (let cursor: string | undefined; entries.length < mostRows;) {
      const found = await gateLog.find(logWhere(estate._id, input, cursor), { orderBy: ['key', 'desc'], limit: portion })
      entries.push(...found)
      cursor = found[found.length - 1]?.key
      if (found.length < portion) break
    }
    const rows = entries.map(entry => [
      wall(entry.at), entry.gate, entry.admitted ? '放行' : '未放行', entry.reason ? reasonWords[entry.reason]['zh-CN'] : '', howWords[entry.how],
      entry.offline ? '是' : '', entry.name, entry.house, entry.party, entry.plate, entry.leftAt ? wall(entry.leftAt) : null, entry.overstayed ? '是' : '',
    ])
    const fileID = await writeSheet(`exports/${estate._id}/visitors-${requestKey}.xlsx`, columns, rows)
    await audit(requestKey, now, { estateId: estate._id, by: caller.openid, did: 'visitor.exportLog', record: estate._id })
    return { fileID, address: (await addressesOf([fileID]))[fileID] ?? '' }
  },
})
