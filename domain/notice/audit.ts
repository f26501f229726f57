import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const noticeAudit = {
  withdraw: words('收回公告', 'Withdrew a notice'),
}
