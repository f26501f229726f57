import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const complaintAudit = {
  contact: words('查看投诉人手机号', 'Viewed a complainant’s phone number'),
  reveal: words('查看匿名投诉人', 'Revealed an anonymous complainant'),
}
