import { words, type Words } from '../kernel/words'
import type { Category, ClockName, ComplaintStep, Status } from './contract'

export const categoryWords: Record<Category, Words> = {
  service: words('服务态度', 'Service'),
  repair: words('维修质量', 'Repairs'),
  security: words('门岗安全', 'Security'),
  cleaning: words('环境卫生', 'Cleaning'),
  noise: words('噪音扰民', 'Noise'),
  parking: words('停车', 'Parking'),
  facility: words('公共设施', 'Facilities'),
  charge: words('收费', 'Charges'),
  person: words('工作人员', 'Staff'),
  other: words('其他', 'Other'),
}

export const statusWords: Record<Status, Words> = {
  submitted: words('待受理', 'Submitted'),
  accepted: words('已受理', 'Accepted'),
  handling: words('处理中', 'In progress'),
  resolved: words('待回访', 'Awaiting call-back'),
  called_back: words('已回访', 'Called back'),
  closed: words('已办结', 'Closed'),
  withdrawn: words('已撤回', 'Withdrawn'),
  invalid: words('不成立', 'Not upheld'),
}

export const clockWords: Record<ClockName, Words> = {
  acknowledge: words('受理', 'Acceptance'),
  answer: words('答复', 'Answer'),
  callBack: words('回访', 'Call-back'),
}

export const stepWords: Record<ComplaintStep['what'], Words> = {
  submitted: words('提交投诉', 'Complaint submitted'),
  accepted: words('已受理', 'Accepted'),
  progress: words('处理进展', 'Progress'),
  resolved: words('处理完成，等待回访', 'Answered; we will call back'),
  invalid: words('核实后不成立', 'Not upheld'),
  calledBack: words('电话回访', 'Called back'),
  notReached: words('回访未接通', 'Call not answered'),
  askedInApp: words('多次未接通，请在应用内评价', 'Calls not answered; asked to rate in the app'),
  answered: words('住户评价', 'Rated by the resident'),
  reopened: words('住户要求重新处理', 'Reopened by the resident'),
  withdrawn: words('住户撤回', 'Withdrawn'),
  closed: words('已办结', 'Closed'),
  overdue: words('超过承诺时间', 'Past the promised time'),
}
