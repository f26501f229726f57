import type { Permissions } from '../permissions'
import type { noticeContract } from './contract'

export const noticePermissions: Permissions<typeof noticeContract> = {
  inbox: ['bound', 'applicant'],
  read: ['bound', 'applicant'],
  unread: ['bound', 'applicant'],
  consent: ['bound', 'applicant'],
  publish: ['butler', 'manager'],
  get: ['bound'],
  board: ['butler', 'manager'],
  pin: ['butler', 'manager'],
  withdraw: ['butler', 'manager'],
  receipts: ['butler', 'manager'],
  remind: ['butler', 'manager'],
  reach: ['butler', 'manager'],
  push: ['butler', 'manager'],
  pushes: ['butler', 'manager'],
  told: ['butler', 'manager'],
}
