import { reject } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { readEstate } from '../../_kit/estate'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { registrations } from './records'
import { nextRegistration } from './write'

/** Live registrations of the same plates by other houses of the estate, in one query. */
async function findSamePlate(estateId: string, plates: readonly string[]): Promise<Registration[]> {
  return plates.length === 0 ? [] : registrations.find({ estateId, plate: op.in(plates), live: true })
}

/** The ids of those registrations whose plate another house has asked for, or been granted, as well. */
export async function findContested(found: readonly Registration[]): Promise<Set<string>> {
  const waiting = found.filter(({ live, plate }) => live && plate !== null)
  const plates = [...new Set(waiting.flatMap(({ plate }) => plate ?? []))]
  const others = await findSamePlate(waiting[0]?.estateId ?? '', plates)
  return new Set(
    waiting
      .filter(each => others.some(({ plate, houseId }) => plate === each.plate && houseId !== each.houseId))
      .map(({ _id }) => _id),
  )
}

/** After a plate is granted, the applications of other houses for it are rejected. Idempotent. */
export async function settleRivals({ _id, estateId, status, plate }: Registration): Promise<void> {
  if (plate === null || (status !== 'active' && status !== 'waiting')) return
  for (const rival of await findSamePlate(estateId, [plate])) {
    if (rival._id === _id || rival.status !== 'pending') continue
    const change = reject(rival, '这个车牌已登记在另一户，如有疑问请联系管家', '')
    const written = { estate: await readEstate(estateId), by: '', now: new Date(), mark: null }
    // Where another write was faster, the desk has decided, or is refused when it approves.
    await commit(registrations, rival, nextRegistration(rival, change, written))
  }
}
