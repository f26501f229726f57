import { defaultPromises } from './repair/clocks'

/** What an estate can set, by service, with the defaults of requirements.md. */
export const defaultSettings = {
  repair: defaultPromises,
}
export type Settings = typeof defaultSettings
