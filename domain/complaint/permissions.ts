import type { Permissions } from '../permissions'
import type { complaintContract } from './contract'

export const complaintPermissions: Permissions<typeof complaintContract> = {
  submit: ['resident', 'butler'],
  history: ['butler', 'manager'],
  list: ['resident', 'butler', 'manager'],
  get: ['resident', 'butler', 'manager'],
  people: ['resident'],
  promises: ['resident'],
  accept: ['butler', 'manager'],
  progress: ['butler', 'manager'],
  resolve: ['butler', 'manager'],
  invalidate: ['butler', 'manager'],
  callBack: ['butler', 'manager'],
  answer: ['resident'],
  reopen: ['resident'],
  withdraw: ['resident'],
  close: ['butler', 'manager'],
  contact: ['butler', 'manager'],
  reveal: ['manager'],
}
