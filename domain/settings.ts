import { defaultLimits } from './kernel/limits'
import { defaultSettings as ofServices } from './services'

/** The settings of an estate with their defaults: those of each service, and the limits per person. */
export const defaultSettings = { ...ofServices, limits: defaultLimits }
export type Settings = typeof defaultSettings
