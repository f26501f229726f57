import { countOrder } from '@domain/desk/figures'
import { invalid } from '@domain/kernel/failure'
import type { Order } from '@domain/repair/order'
import { categoryWords, statusWords } from '@domain/repair/wording'
import { pagesBack, portion, type ExportKind } from '../../_kit/export'
import { op } from '../../_kit/store'
import { orders } from './records'

const zh = 'zh-CN'

/** The repairs reported in a period, as they stand now. */
export const repairsSheet: ExportKind = {
  name: 'repairs',
  columns: [
    { header: '单号', width: 18 },
    { header: '房屋' },
    { header: '公共位置' },
    { header: '类别' },
    { header: '紧急' },
    { header: '状态' },
    { header: '描述', width: 40 },
    { header: '师傅' },
    { header: '报修时间', width: 18 },
    { header: '响应（分钟）' },
    { header: '完成（分钟）' },
    { header: '返修次数' },
    { header: '速度' },
    { header: '质量' },
    { header: '态度' },
  ],
  async rows({ estate, period: { from, to }, wall }) {
    if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
    const found = await pagesBack<Order>(before =>
      orders.find(
        { estateId: estate._id, key: op.gte(from).and(op.lt(before ?? to)) },
        { orderBy: ['key', 'desc'], limit: portion, leaveOut: ['outbox', 'marks'] },
      ),
    )
    return found.map(order => {
      const { parts } = countOrder(order)
      const minutes = (figure: string): number | null =>
        parts.find(part => part.figure === figure)?.sum ?? null
      return [
        order.no,
        order.house,
        order.facility,
        categoryWords[order.category][zh],
        order.urgency === 'urgent' ? '是' : '',
        statusWords[order.status][zh],
        order.description,
        order.assignee?.name ?? null,
        wall(order.createdAt),
        minutes('responseMinutes'),
        minutes('completionMinutes'),
        order.reopened,
        order.rating?.speed ?? null,
        order.rating?.quality ?? null,
        order.rating?.attitude ?? null,
      ]
    })
  },
}
