import type { Permissions } from '../permissions'
import type { courierContract } from './contract'

export const courierPermissions: Permissions<typeof courierContract> = {
  deliver: ['function'],
  push: ['function'],
}
