import { words } from '../kernel/words'

export { visitorAudit as audit } from './audit'
export { visitorMessages as messages } from './messages'
export { defaultVisitorSettings as settings } from './settings'
export { visitorSettingsWire as settingsWire } from './settings-wire'

export const sheets = { visitors: words('导出访客记录', 'Exported visitor records') }
export const todoKinds = ['walkIn', 'overstay', 'conflict'] as const
