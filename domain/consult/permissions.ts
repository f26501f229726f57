import type { Permissions } from '../permissions'
import type { consultContract } from './contract'

export const consultPermissions: Permissions<typeof consultContract> = {
  threads: ['butler', 'manager'],
  thread: ['resident', 'butler', 'manager'],
  say: ['resident', 'butler', 'manager'],
  handOver: ['butler', 'manager'],
}
