import type { Registration, Space } from '@domain/parking/registration'
import { op } from '../_kit/store'
import { registrations, spaces } from '../_services/parking/records'

/** Spaces that are read in one request. */
const portion = 200

/** The registrations that hold these spaces, by space number. */
export async function holdersOf(
  estateId: string,
  found: readonly Space[],
): Promise<Map<string, Registration>> {
  if (found.length === 0) return new Map()
  const held = await registrations.find(
    { spaceKey: op.in(found.map(({ no }) => `${estateId}:${no}`)) },
    { limit: found.length, leaveOut: ['outbox', 'marks'] },
  )
  return new Map(held.map(registration => [registration.space ?? '', registration]))
}

/** Whether such a space is free; `noSpaces`: the estate has no spaces of this kind on record. */
export async function hasFreeSpace(where: {
  estateId: string
  vehicle: Space['vehicle']
  area?: string
}): Promise<boolean | 'noSpaces'> {
  for (let after = ''; ;) {
    const found = await spaces.find(
      { ...where, key: op.gt(after) },
      {
        orderBy: ['key', 'asc'],
        limit: portion,
      },
    )
    if (found.length === 0) return after === '' ? 'noSpaces' : false
    const holders = await holdersOf(where.estateId, found)
    if (found.some(({ no, reserved }) => !reserved && !holders.has(no))) return true
    if (found.length < portion) return false
    after = found[found.length - 1]?.key ?? ''
  }
}
