import { words } from '../kernel/words'

export { repairAudit as audit } from './audit'
export { repairMessages as messages } from './messages'
export { defaultRepairSettings as settings } from './settings'
export { repairSettingsWire as settingsWire } from './settings-wire'

export const sheets = { repairs: words('导出报修', 'Exported repairs') }
export const todoKinds = ['assign', 'repair'] as const
