import { words, type Words } from '../kernel/words'
import type { Category, ClockName, ComplaintStep, Status } from './contract'

export const categoryWords: Record<Category, Words> = {
  service: words('服务态度', 'Service'), repair: words('维修质量', 'Repairs'), security: words('门岗安全', 'Security'), cleaning: words('环境卫生', 'Cleaning'),
  noise: words('噪音扰民', 'Noise'), parking: words('停车', 'Parking'), facility: words('公共设施', 'Facilities'), charge: words('收费', 'Charges'),
  person: words('工作人员', 'A person'), other: words('其他', 'Other'),
}

export const statusWords: Record<Status, Words> = {
  submitted: words('待受理', 'Submitted'), accepted: words('已受理', 'Accepted'), handling: words('处理中', 'In hand'), resolved: words('待回访', 'To be called back'),
  called_back: words('已回访', 'Called back'), closed: words('已办结', 'Closed'), withdrawn: words('已撤回', 'Withdrawn'), invalid: words('不成立', 'Not upheld'),
}

export const clockWords: Record<ClockName, Words> = {
  acknowledge: words('受理', 'Acceptance'), answer: words('答复', 'Answer'), callBack: words('回访', 'Call-back'),
}

export const stepWords: Record<ComplaintStep['what'], Words> = {
  submitted: words('提交投诉', 'Complaint sent'), accepted: words('已受理', 'Accepted'), progress: words('处理进展', 'Progress'), resolved: words('处理完成，等待回访', 'Answered; a call-back follows'),
  invalid: words('核实后不成立', 'Not upheld'), calledBack: words('电话回访', 'Called back'), notReached: words('回访未接通', 'Nobody was reached'), askedInApp: words('多次未接通，请在应用内评价', 'Not reached at any hour; asked in the app'),
  answered: words('住户评价', 'Answered by the resident'), reopened: words('住户要求重新处理', 'Reopened by the resident'), withdrawn: words('住户撤回', 'Withdrawn'),
  closed: words('已办结', 'Closed'), overdue: words('超过承诺时间', 'Past the promised time'),
}

const complaintNews = (title: Words) => ({ title, purpose: 'complaintNews' as const })

export const complaintLetters = {
  submitted: complaintNews(words('新的投诉', 'A new complaint')),
  accepted: complaintNews(words('您的投诉已受理', 'Your complaint has been accepted')),
  progress: complaintNews(words('您的投诉有新进展', 'News about your complaint')),
  resolved: complaintNews(words('投诉已处理，我们会回访您', 'Your complaint is answered; we will call you')),
  toCall: complaintNews(words('有投诉等待回访', 'A complaint waits for its call-back')),
  invalid: complaintNews(words('投诉经核实不成立', 'Your complaint was not upheld')),
  calledBack: complaintNews(words('感谢您接受回访', 'Thank you for your answer')),
  pleaseAnswer: complaintNews(words('回访未打通，请评价处理结果', 'We could not reach you: please rate the outcome')),
  badAnswer: complaintNews(words('住户不满意，请经理处理', 'A resident is not satisfied: for the manager')),
  reopened: complaintNews(words('您的投诉由经理重新处理', 'The manager takes your complaint up again')),
  reopenedBy: complaintNews(words('住户要求重新处理投诉', 'A complaint is reopened')),
  withdrawn: complaintNews(words('投诉已撤回', 'A complaint is withdrawn')),
  closed: complaintNews(words('您的投诉已办结', 'Your complaint is closed')),
  overdue: complaintNews(words('投诉超过承诺时间', 'A complaint is overdue')),
  overdueAbove: complaintNews(words('投诉超时一天仍未处理', 'A complaint is a day overdue')),
}
export type ComplaintLetter = keyof typeof complaintLetters
