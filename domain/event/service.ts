export { eventContract as contract } from './contract'
export { eventMessages as messages } from './messages'
export { eventPermissions as permissions } from './permissions'

export const settings = {}
