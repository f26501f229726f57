import type { Permissions } from '../permissions'
import type { deskContract } from './contract'

export const deskPermissions: Permissions<typeof deskContract> = {
  todo: ['butler', 'technician', 'guard', 'manager'],
  audit: ['manager'],
  figures: ['butler', 'manager', 'committee'],
  figureList: ['butler', 'manager', 'committee'],
  appraisal: ['butler', 'technician', 'manager'],
  export: ['manager'],
}
