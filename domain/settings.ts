import type { defaultSettings } from './services'

/** What an estate has set, by service. */
export type Settings = typeof defaultSettings
export { defaultSettings } from './services'
