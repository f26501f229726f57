import type { Registration } from '@domain/parking/registration'
import { registrations } from './parking-records'
import { op } from './store'

const portion = 1000

/** The vehicles of an estate that are inside now. */
export async function insideNow(estateId: string): Promise<Registration[]> {
  const inside: Registration[] = []
  for (let after = ''; ;) {
    const found = await registrations.find({ estateId, insideKey: op.gt(after) }, { orderBy: ['insideKey', 'asc'], limit: portion, leaveOut: ['outbox', 'marks'] })
    inside.push(...found)
    if (found.length < portion) return inside
    after = found[found.length - 1]?.insideKey ?? ''
  }
}

/** How many of these stand in each area; those without a space of their own in the area with no name. */
export function countByArea(vehicles: readonly Registration[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { area } of vehicles) counts.set(area, (counts.get(area) ?? 0) + 1)
  return counts
}
