import { defaultLimits, highestLimit } from '@domain/kernel/limits'
import type { Calls } from './estate'

/** Lets one person do as much as an estate can allow, for tests that make many records as one person. */
export async function liftLimits(ok: Calls['ok']): Promise<void> {
  const limits = Object.fromEntries(Object.keys(defaultLimits).map(name => [name, highestLimit]))
  await ok('demo-manager', 'account', 'updateSettings', { limits })
}
