import { words } from '../kernel/words'

export { defaultDeskSettings as settings } from './settings'
export { deskSettingsWire as settingsWire } from './settings-wire'

export const audit = {}
export const messages = {}
export const sheets = { figures: words('导出指标', 'Exported figures') }
/** What a limit has held back, whatever the service. */
export const todoKinds = ['heldBack'] as const
