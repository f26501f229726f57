export { clockContract as contract } from './contract'
export { clockPermissions as permissions } from './permissions'

export const messages = {}
export const settings = {}
