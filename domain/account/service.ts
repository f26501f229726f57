export { accountContract as contract } from './contract'
export { accountMessages as messages } from './messages'
export { accountPermissions as permissions } from './permissions'
export { defaultAccountSettings as settings } from './settings'
