export { parkingContract as contract } from './contract'
export { parkingMessages as messages } from './messages'
export { parkingPermissions as permissions } from './permissions'
export { defaultParkingSettings as settings } from './settings'
