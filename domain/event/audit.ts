import { words } from '../kernel/words'

/** How the audit entries of the service read, by their kind. */
export const eventAudit = {
  export: words('导出报名名单', 'Exported sign-ups'),
}
