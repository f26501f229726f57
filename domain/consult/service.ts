export { consultContract as contract } from './contract'
export { consultMessages as messages } from './messages'
export { consultPermissions as permissions } from './permissions'
export { defaultConsultSettings as settings } from './settings'
