import type { ActionSpec } from '@domain/kernel/wire'
import type { Who } from '@domain/permissions'
import { contracts, permissions } from '@domain/contract'

/** Every action of every function, so that a test over them covers later ones too. */
export const everyAction = Object.entries(contracts as Record<string, Record<string, ActionSpec>>).flatMap(
  ([fn, specs]) =>
    Object.entries(specs).map(([action, spec]) => ({ name: `${fn}.${action}`, fn, action, spec })),
)

/** Who may call the action, by the table of permissions. */
export function allowedBy(name: string): readonly Who[] {
  const [fn = '', action = ''] = name.split('.')
  return (permissions as Record<string, Record<string, readonly Who[]>>)[fn]?.[action] ?? []
}

/** The timer and other functions call it, and no person may. */
export const isForMachines = (name: string): boolean =>
  allowedBy(name).every(who => who === 'timer' || who === 'function')
