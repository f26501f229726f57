import { contracts } from '@domain/services'
import type { ActionSpec } from '@domain/kernel/wire'

/** Every action of every function, so that a test over them covers later ones too. */
export const everyAction = Object.entries(contracts as Record<string, Record<string, ActionSpec>>).flatMap(
  ([fn, specs]) =>
    Object.entries(specs).map(([action, spec]) => ({ name: `${fn}.${action}`, fn, action, spec })),
)
