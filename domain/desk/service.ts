export { deskContract as contract } from './contract'
export { deskPermissions as permissions } from './permissions'
export { defaultDeskSettings as settings } from './settings'

export const messages = {}
