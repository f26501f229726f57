import { words, type Words } from '../kernel/words'

const progress = (title: Words) => ({ title, purpose: 'repairProgress' as const })

/** The messages of repairs. Each can go out as a WeChat notification to those who have allowed it. */
export const repairMessages = {
  submitted: progress(words('新的报修单', 'New repair request')),
  accepted: progress(words('您的报修已受理', 'Your repair request has been accepted')),
  assigned: progress(words('已安排维修师傅', 'A technician has been assigned')),
  yours: progress(words('有新工单派给您', 'A work order has been assigned to you')),
  started: progress(words('师傅已开始维修', 'The repair has started')),
  quoted: progress(words('请确认维修报价', 'Please review the quote')),
  quoteAgreed: progress(words('住户同意报价', 'The resident has accepted the quote')),
  quoteDeclined: progress(words('住户未同意报价', 'The resident has declined the quote')),
  finished: progress(words('维修完成，请验收', 'Repair finished: please check the work')),
  verified: progress(words('住户已验收', 'The resident has accepted the work')),
  reopened: progress(words('住户反馈未修好', 'The resident says it is not fixed')),
  released: progress(
    words('师傅已离岗，请重新派单', 'The technician has left. Please assign the order again.'),
  ),
  closedByItself: progress(words('七天未验收，已自动完成', 'Closed automatically after 7 days')),
  rated: progress(words('收到新的评价', 'You have a new rating')),
  urged: progress(words('住户催办', 'The resident has sent a reminder')),
  cancelled: progress(words('报修单已取消', 'The repair request has been cancelled')),
  merged: progress(words('报修已并入同类报修', 'Your repair request was merged into another one')),
  overdue: progress(words('工单超时', 'A work order is overdue')),
}
export type RepairMessage = keyof typeof repairMessages
