import { words, type Words } from '../kernel/words'

const progress = (title: Words) => ({ title, purpose: 'repairProgress' as const })

/** The messages of repairs. Each may knock on the door of whoever agreed to it. */
export const repairMessages = {
  submitted: progress(words('新的报修单', 'A new repair report')),
  accepted: progress(words('您的报修已受理', 'Your repair has been accepted')),
  assigned: progress(words('已安排维修师傅', 'A technician has been assigned')),
  yours: progress(words('有新工单派给您', 'A work order is yours')),
  started: progress(words('师傅已开始维修', 'The repair has begun')),
  quoted: progress(words('请确认维修报价', 'Please decide on a quote')),
  quoteAgreed: progress(words('住户同意报价', 'The quote is agreed')),
  quoteDeclined: progress(words('住户未同意报价', 'The quote is declined')),
  finished: progress(words('维修完成，请验收', 'Finished: please check the work')),
  verified: progress(words('住户已验收', 'The work is accepted')),
  reopened: progress(words('住户反馈未修好', 'The work is sent back')),
  closedByItself: progress(words('七天未验收，已自动完成', 'Closed by itself after 7 days')),
  rated: progress(words('收到新的评价', 'A new rating')),
  urged: progress(words('住户催单', 'The resident is urging')),
  cancelled: progress(words('报修单已取消', 'The repair is cancelled')),
  merged: progress(words('报修已并入同类工单', 'Merged into another order')),
  overdue: progress(words('工单超时', 'An order is overdue')),
}
export type RepairMessage = keyof typeof repairMessages
