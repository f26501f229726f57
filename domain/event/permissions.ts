import type { Permissions } from '../permissions'
import type { eventContract } from './contract'

export const eventPermissions: Permissions<typeof eventContract> = {
  publish: ['butler', 'manager'],
  update: ['butler', 'manager'],
  release: ['butler', 'manager'],
  cancel: ['butler', 'manager'],
  list: ['bound'],
  get: ['bound'],
  signUp: ['resident'],
  withdraw: ['resident'],
  confirmHold: ['resident'],
  rate: ['resident'],
  roster: ['butler', 'manager'],
  checkIn: ['resident', 'butler', 'manager'],
  export: ['butler', 'manager'],
  push: ['butler', 'manager'],
  addPhotos: ['butler', 'manager'],
  doorCode: ['butler', 'manager'],
}
