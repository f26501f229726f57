import { words } from '../kernel/words'

export { defaultDeskSettings as settings } from './settings'
export { deskSettingsWire as settingsWire } from './settings-wire'

export const audit = {}
export const messages = {}
export const sheets = { figures: words('导出指标', 'Exported figures') }
export const todoKinds = [] as const
