import type { Complaint } from '@domain/complaint/complaint'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { invalid } from '@domain/kernel/failure'
import { pagesBack, portion, type ExportKind } from '../../_kit/export'
import { op } from '../../_kit/store'
import { complaints } from './records'

const zh = 'zh-CN'

/**
 * The complaints of a period in their present state, as a spreadsheet; an anonymous one has neither name nor
 * house. Complaints about the reader are left out.
 */
export const complaintsSheet = (reader: string): ExportKind => ({
  name: 'complaints',
  columns: [
    { header: '编号', width: 18 },
    { header: '房屋' },
    { header: '姓名' },
    { header: '类别' },
    { header: '状态' },
    { header: '内容', width: 40 },
    { header: '处理结果', width: 40 },
    { header: '提交时间', width: 18 },
    { header: '答复时间', width: 18 },
    { header: '办结时间', width: 18 },
    { header: '回访次数' },
    { header: '满意度' },
    { header: '重新处理次数' },
  ],
  async rows({ estate, period: { from, to }, wall }) {
    if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
    const found = await pagesBack<Complaint>(before =>
      complaints.find(
        { estateId: estate._id, key: op.gte(from).and(op.lt(before ?? to)) },
        { orderBy: ['key', 'desc'], limit: portion, leaveOut: ['outbox', 'marks'] },
      ),
    )
    return found
      .filter(({ aboutPerson }) => aboutPerson !== reader)
      .map(each => [
        each.no,
        each.house,
        each.anonymous ? '匿名' : (each.contact?.name ?? null),
        categoryWords[each.category][zh],
        statusWords[each.status][zh],
        each.content || mediaOf(each),
        each.outcome,
        wall(each.createdAt),
        each.resolvedAt ? wall(each.resolvedAt) : null,
        closedAt(each, wall),
        each.timeline.filter(({ what }) => calls.includes(what)).length,
        each.satisfied,
        each.reopened,
      ])
  },
})

/** The steps that count as a call-back. */
const calls: Complaint['timeline'][number]['what'][] = ['calledBack', 'notReached', 'askedInApp']
/** What a complaint without text consists of. */
const mediaOf = ({ voice, photos }: Complaint): string =>
  voice ? `[语音 ${String(voice.seconds)} 秒]` : `[照片 ${String(photos.length)} 张]`

function closedAt({ status, timeline }: Complaint, wall: (at: string) => Date): Date | null {
  const closed = [...timeline].reverse().find(({ what }) => what === 'closed')
  return status === 'closed' && closed ? wall(closed.at) : null
}
