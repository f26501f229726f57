export { eventAudit as audit } from './audit'
export { eventMessages as messages } from './messages'

export const settings = {}
export const settingsWire = null
export const sheets = {}
export const todoKinds = [] as const
