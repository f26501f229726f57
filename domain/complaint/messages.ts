import { words, type Words } from '../kernel/words'

const complaintNews = (title: Words) => ({ title, purpose: 'complaintNews' as const })

export const complaintMessages = {
  submitted: complaintNews(words('新的投诉', 'New complaint')),
  accepted: complaintNews(words('您的投诉已受理', 'Your complaint has been accepted')),
  progress: complaintNews(words('您的投诉有新进展', 'There is progress on your complaint')),
  resolved: complaintNews(
    words('投诉已处理，我们会回访您', 'Your complaint has been answered; we will call you'),
  ),
  toCall: complaintNews(words('有投诉等待回访', 'A complaint is waiting for a call-back')),
  invalid: complaintNews(words('投诉经核实不成立', 'Your complaint was not upheld')),
  calledBack: complaintNews(words('感谢您接受回访', 'Thank you for your feedback')),
  pleaseAnswer: complaintNews(
    words('回访未打通，请评价处理结果', 'We could not reach you by phone. Please rate the outcome.'),
  ),
  callIsLate: complaintNews(
    words('回访晚了：您也可以直接评价处理结果', 'Our call is late. You can also rate the outcome yourself.'),
  ),
  badAnswer: complaintNews(
    words('住户不满意，请经理处理', 'A resident is not satisfied; the manager should follow up'),
  ),
  reopened: complaintNews(
    words('您的投诉由经理重新处理', 'The manager is looking into your complaint again'),
  ),
  reopenedBy: complaintNews(words('住户要求重新处理投诉', 'A resident has reopened a complaint')),
  withdrawn: complaintNews(words('投诉已撤回', 'A complaint has been withdrawn')),
  closed: complaintNews(words('您的投诉已办结', 'Your complaint has been closed')),
  overdue: complaintNews(words('投诉超过承诺时间', 'A complaint is overdue')),
  overdueAbove: complaintNews(words('投诉超时一天仍未处理', 'A complaint is one day overdue')),
}
export type ComplaintMessage = keyof typeof complaintMessages
