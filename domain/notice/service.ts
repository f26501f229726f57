export { noticeAudit as audit } from './audit'
export { noticeMessages as messages } from './messages'

export const settings = {}
export const settingsWire = null
export const sheets = {}
export const todoKinds = [] as const
