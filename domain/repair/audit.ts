import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const repairAudit = {
  contact: words('查看报修人手机号', 'Viewed a reporter’s phone number'),
}
