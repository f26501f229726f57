import { words, type Words } from '../kernel/words'
import type { Dimension, FigureName } from './figure-names'

export const figureWords: Record<FigureName, Words> = {
  complaintsResolved: words('有效投诉办结率', 'Complaints resolved'), calledBack: words('回访率', 'Called back'), satisfied: words('满意率', 'Satisfied'),
  acknowledged: words('投诉按时受理', 'Complaints acknowledged in time'), answered: words('投诉按时答复', 'Complaints answered in time'),
  repairsAccepted: words('报修按时响应', 'Repairs responded to in time'), repairsFinished: words('维修按时完成', 'Repairs finished in time'), reopened: words('返工率', 'Taken up again'),
  responseMinutes: words('平均响应时间', 'Mean response time'), completionMinutes: words('平均完成时间', 'Mean completion time'), score: words('平均评分', 'Mean rating'),
}
export const dimensionWords: Record<Dimension, Words> = { all: words('全部', 'All'), building: words('楼栋', 'Building'), category: words('类别', 'Category'), person: words('人员', 'Person') }
