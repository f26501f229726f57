import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const visitorAudit = {
  block: words('加入禁止名单', 'Added to the block list'),
  unblock: words('解除禁止', 'Removed from the block list'),
  exportLog: words('导出访客记录', 'Exported visitor records'),
}
