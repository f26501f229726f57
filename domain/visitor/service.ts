export { visitorContract as contract } from './contract'
export { visitorMessages as messages } from './messages'
export { visitorPermissions as permissions } from './permissions'
export { defaultVisitorSettings as settings } from './settings'
