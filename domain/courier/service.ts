export { courierContract as contract } from './contract'
export { courierPermissions as permissions } from './permissions'

export const messages = {}
export const settings = {}
