export { complaintContract as contract } from './contract'
export { complaintMessages as messages } from './messages'
export { complaintPermissions as permissions } from './permissions'
export { defaultComplaintSettings as settings } from './settings'
