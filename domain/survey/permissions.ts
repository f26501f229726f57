import type { Permissions } from '../permissions'
import type { surveyContract } from './contract'

export const surveyPermissions: Permissions<typeof surveyContract> = {
  publish: ['butler', 'manager'],
  list: ['bound'],
  get: ['bound'],
  answer: ['bound'],
  results: ['bound'],
  close: ['butler', 'manager'],
  cancel: ['butler', 'manager'],
}
