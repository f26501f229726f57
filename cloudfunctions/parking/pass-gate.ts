import { invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { withoutMessages, type Mark } from '@domain/notice/outbox'
import type { Match } from '@domain/parking/contract'
import { decisiveMatch } from '@domain/parking/lookup'
import type { Registration, VehicleLogEntry } from '@domain/parking/registration'
import { viewBlock, viewGuestCar, viewPermit, viewVehicleEntry } from '@domain/parking/view'
import { move, type Moved } from '../_kit/move'
import { usedElsewhere } from '../_kit/repetition'
import type { Pass } from '@domain/visitor/pass'
import { action } from '../_kit/serve'
import { registrations, vehicleLog } from '../_services/parking/records'
import { blocksOfEstate } from '../_services/visitor/blocks'
import { findLivePlate } from '../_services/visitor/find-plate'
import { guestDrivesOut, isInsideBy } from './guest-drives-out'

/** Oldest offline report that is accepted, in days; repeated requests are recognised for as long. */
const oldestDays = 7

/**
 * Records that a car arrives or leaves. Unknown plates are logged too; blocked ones are logged and not let
 * in. When a visitor's car leaves, its visit is ended.
 *
 * The log comes first: what it holds is the answer to a request that is sent again, and what follows from it
 * is then done again, because a fault may have prevented it.
 */
export const passGate = action('parking', 'gate', {
  load: ({ plate }) => registrations.find({ plate, atGate: true }),
  async run({ input, caller, loaded, now, requestKey, request }) {
    const { plate, direction, gate } = input
    const at = timeOf(input.at, now)
    const estateId = caller.estateId ?? ''
    const registration = loaded.find(row => row.estateId === estateId) ?? null
    const { guests, known, house } = await readKnown(plate, registration, { estateId, at, now })
    const entry = await logOnce({
      _id: requestKey,
      estateId,
      at: at.toISOString(),
      key: sortKey(at, requestKey),
      plate,
      direction,
      gate,
      by: caller.openid,
      known: direction === 'out' && guests.some(pass => isInsideBy(pass, at)) ? 'visitor' : known,
      admitted: known !== 'blocked' || direction === 'out',
      offline: input.at !== undefined,
      registrationId: registration?._id ?? null,
      house,
    })
    const moved = new Date(entry.at)
    // The log has compared the inputs; the same passage with its time added is no other request.
    const mark: Mark = { key: request.key, action: request.action }
    if (direction === 'out')
      await guestDrivesOut(guests, { at: moved, now, gate, by: caller.openid, request: mark })
    if (registration && entry.admitted)
      await noteMovement(registration, direction, moved, { request: mark, now })
    return viewVehicleEntry(entry)
  },
})

/** @throws Refusal INVALID_INPUT on `at` for a report that is too old */
function timeOf(reported: string | undefined, now: Date): Date {
  if (reported !== undefined && now.getTime() - Date.parse(reported) > oldestDays * 86_400_000)
    throw invalid('at', '时间太久以前', 'This is too long ago')
  // A phone's clock may be ahead; nothing has happened later than now.
  return new Date(Math.min(Date.parse(reported ?? now.toISOString()), now.getTime()))
}

/** What is known of the plate. Passes are read only for a plate without a valid permit. */
async function readKnown(
  plate: string,
  registration: Registration | null,
  { estateId, at, now }: { estateId: string; at: Date; now: Date },
): Promise<Pick<Match, 'known' | 'house'> & { guests: Pass[] }> {
  const permit = registration && viewPermit(registration, at)
  const [guests, blocks] = await Promise.all([
    permit?.known === 'permit' ? [] : findLivePlate(estateId, plate),
    blocksOfEstate(estateId, now),
  ])
  const { known, house } = decisiveMatch(plate, [
    ...(permit ? [permit] : []),
    ...blocks.flatMap(block => viewBlock(block) ?? []),
    ...guests.flatMap(pass => viewGuestCar(pass, blocks, at) ?? []),
  ])
  return { guests, known, house }
}

/**
 * Logs the passage, or finds it logged.
 * @throws Refusal INVALID_INPUT on `requestId` when the request that was logged was another one. The time may
 * differ: a phone that lost the first answer reports the passage with its time.
 */
async function logOnce(entry: VehicleLogEntry): Promise<VehicleLogEntry> {
  if (await vehicleLog.add(entry)) return entry
  const first = (await vehicleLog.byId(entry._id)) ?? entry
  const isSame = (['plate', 'direction', 'gate'] as const).every(field => first[field] === entry[field])
  if (!isSame) throw usedElsewhere()
  return first
}

/** Stores whether the car is inside; a late report does not overwrite a newer one. */
const noteMovement = (
  first: Registration,
  direction: 'in' | 'out',
  at: Date,
  { request, now }: Moved,
): Promise<void> =>
  move(
    first,
    { request, now },
    {
      records: registrations,
      isVisible: () => true,
      next(registration) {
        const seenAt = at.toISOString()
        if ((registration.seenAt ?? '') > seenAt) return null
        const insideKey = direction === 'in' ? sortKey(at, registration._id) : null
        return { after: withoutMessages({ ...registration, seenAt, insideKey }, request) }
      },
      view: () => undefined,
    },
  )
