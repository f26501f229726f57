import { words } from '../kernel/words'

export { parkingAudit as audit } from './audit'
export { parkingMessages as messages } from './messages'
export { defaultParkingSettings as settings } from './settings'
export { parkingSettingsWire as settingsWire } from './settings-wire'

export const sheets = { vehicles: words('导出车辆', 'Exported vehicles') }
export const todoKinds = ['vehicle'] as const
