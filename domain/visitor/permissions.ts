import type { Permissions } from '../permissions'
import type { visitorContract } from './contract'

export const visitorPermissions: Permissions<typeof visitorContract> = {
  create: ['resident'],
  list: ['resident', 'butler'],
  get: ['resident', 'guard', 'butler'],
  revoke: ['resident', 'butler'],
  star: ['resident'],
  open: ['anyone'],
  scan: ['guard'],
  leave: ['guard'],
  inside: ['guard', 'butler'],
  log: ['guard', 'butler'],
  exportLog: ['butler', 'manager'],
  conflicts: ['butler'],
  walkIn: ['guard'],
  decideWalkIn: ['resident', 'butler'],
  block: ['butler'],
  unblock: ['butler'],
  blocked: ['butler'],
  gateKit: ['guard'],
  sync: ['guard'],
}
