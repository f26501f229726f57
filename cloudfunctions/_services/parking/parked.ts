import type { AreaCount, Registration } from '@domain/parking/registration'
import { op } from '../../_kit/store'
import { registrations } from './records'

/** The vehicles of an estate that are inside now. */
export const insideNow = (estateId: string): Promise<Registration[]> =>
  registrations.findAll(
    { estateId, insideKey: op.gt('') },
    { by: 'insideKey', leaveOut: ['outbox', 'marks'] },
  )

/**
 * Counts vehicles by kind and area. A vehicle without a space of its own counts in the area that its
 * household named, or in the area without a name.
 */
export function countByArea(vehicles: readonly Registration[]): AreaCount[] {
  const counts = new Map<string, AreaCount>()
  for (const { area, vehicle } of vehicles) {
    const key = `${vehicle}|${area}`
    counts.set(key, { area, vehicle, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
