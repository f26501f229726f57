export { accountAudit as audit } from './audit'
export { accountMessages as messages } from './messages'
export { defaultAccountSettings as settings } from './settings'
export { accountSettingsWire as settingsWire } from './settings-wire'

export const sheets = {}
export const todoKinds = ['binding'] as const
