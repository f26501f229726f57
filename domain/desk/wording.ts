import { categoryWords as complaintWords } from '../complaint/wording'
import { words, type Words } from '../kernel/words'
import { categoryWords as repairWords } from '../repair/wording'
import { averages, type Dimension, type FigureName } from './figure-names'

export const figureWords: Record<FigureName, Words> = {
  complaintsResolved: words('有效投诉办结率', 'Complaints resolved'),
  calledBack: words('回访率', 'Call-back rate'),
  satisfied: words('满意率', 'Satisfaction rate'),
  acknowledged: words('投诉按时受理', 'Complaints acknowledged on time'),
  answered: words('投诉按时答复', 'Complaints answered on time'),
  repairsAccepted: words('报修按时响应', 'Repairs accepted on time'),
  repairsFinished: words('维修按时完成', 'Repairs completed on time'),
  reopened: words('返工率', 'Reopened'),
  responseMinutes: words('平均响应时间', 'Average response time'),
  startMinutes: words('平均开工时间', 'Average time to start of work'),
  completionMinutes: words('平均完成时间', 'Average completion time'),
  score: words('平均评分', 'Average rating'),
}
export const dimensionWords: Record<Dimension, Words> = {
  all: words('全部', 'All'),
  building: words('楼栋', 'Building'),
  category: words('类别', 'Category'),
  person: words('人员', 'Person'),
}
/** The label of records without a house, or whose house must not be shown. */
export const noBuilding = words(
  '不分楼栋（公共、匿名、关于人员）',
  'No building (public, anonymous, about staff)',
)
export function unitOf(figure: FigureName): Words {
  if (figure === 'score') return words('分', 'points')
  return averages.includes(figure) ? words('分钟', 'minutes') : words('%', '%')
}

/**
 * The name of `repair.water` with its service, because repairs and complaints have categories of the same
 * name.
 */
export function categoryOf(value: string): Words {
  const [kind, name = ''] = value.split('.')
  const table: Record<string, Words> = kind === 'repair' ? repairWords : complaintWords
  const known = Object.hasOwn(table, name) ? table[name] : undefined
  if (known === undefined) return words(value, value)
  return kind === 'repair'
    ? words(`报修·${known['zh-CN']}`, `Repair: ${known.en}`)
    : words(`投诉·${known['zh-CN']}`, `Complaint: ${known.en}`)
}
