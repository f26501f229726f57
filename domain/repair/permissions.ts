import type { Permissions } from '../permissions'
import type { repairContract } from './contract'

export const repairPermissions: Permissions<typeof repairContract> = {
  create: ['resident', 'butler'],
  list: ['resident', 'butler', 'technician', 'manager'],
  get: ['resident', 'butler', 'technician', 'manager'],
  similar: ['resident'],
  accept: ['butler'],
  assign: ['butler'],
  grab: ['technician'],
  start: ['technician'],
  quote: ['technician'],
  decideQuote: ['resident'],
  finish: ['technician'],
  verify: ['resident'],
  rate: ['resident'],
  urge: ['resident'],
  cancel: ['resident', 'butler'],
  merge: ['butler'],
  house: ['resident', 'butler', 'technician', 'manager'],
  technicians: ['butler'],
  contact: ['butler', 'technician'],
}
