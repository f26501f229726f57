import type { Permissions } from '../permissions'
import type { clockContract } from './contract'

export const clockPermissions: Permissions<typeof clockContract> = {
  tick: ['timer'],
}
