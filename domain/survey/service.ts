export { surveyContract as contract } from './contract'
export { surveyMessages as messages } from './messages'
export { surveyPermissions as permissions } from './permissions'

export const settings = {}
