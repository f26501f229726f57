export { noticeContract as contract } from './contract'
export { noticeMessages as messages } from './messages'
export { noticePermissions as permissions } from './permissions'

export const settings = {}
