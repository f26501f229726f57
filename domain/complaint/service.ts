import { words } from '../kernel/words'

export { complaintAudit as audit } from './audit'
export { complaintMessages as messages } from './messages'
export { defaultComplaintSettings as settings } from './settings'
export { complaintSettingsWire as settingsWire } from './settings-wire'

export const sheets = { complaints: words('导出投诉', 'Exported complaints') }
export const todoKinds = ['complaint', 'callBack'] as const
