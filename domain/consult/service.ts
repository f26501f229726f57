export { consultMessages as messages } from './messages'
export { defaultConsultSettings as settings } from './settings'
export { consultSettingsWire as settingsWire } from './settings-wire'

export const audit = {}
export const sheets = {}
export const todoKinds = ['consult'] as const
