export const audit = {}
export const messages = {}
export const settings = {}
export const settingsWire = null
export const sheets = {}
export const todoKinds = [] as const
