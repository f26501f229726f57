export { repairContract as contract } from './contract'
export { repairMessages as messages } from './messages'
export { repairPermissions as permissions } from './permissions'
export { defaultRepairSettings as settings } from './settings'
