import { invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { withoutMessages } from '@domain/notice/outbox'
import { decisiveMatch } from '@domain/parking/lookup'
import type { Registration, VehicleLogEntry } from '@domain/parking/registration'
import { viewGuestCar, viewPlate, viewVehicleEntry } from '@domain/parking/view'
import { move, type Moved } from '../_kit/move'
import { action } from '../_kit/serve'
import { plates, registrations, vehicleLog } from '../_services/parking/records'
import { passes } from '../_services/visitor/records'
import { guestDrivesOut } from './guest-drives-out'

/** Most records that one plate can have across the estates of one mini-program. */
const mostRecords = 50
/** Oldest offline report that is accepted, in days; repeated requests are recognised for as long. */
const oldestDays = 7

/**
 * Records that a car arrives or leaves. Unknown plates are logged too; blocked ones are logged and not let
 * in. When a visitor's car leaves, its exit is recorded in the visitors' log, which has its arrival. Passes
 * are read only for a plate without a valid permit.
 */
export const passGate = action('parking', 'gate', {
  load: ({ plate }) => plates.find({ plate, atGate: true }, { limit: mostRecords }),
  async run({ input: { plate, direction, gate, at: reported }, caller, loaded, now, requestKey, request }) {
    if (reported !== undefined && now.getTime() - Date.parse(reported) > oldestDays * 86_400_000)
      throw invalid('at', '时间太久以前', 'This is too long ago')
    // A phone's clock may be ahead; nothing has happened later than now.
    const at = new Date(Math.min(Date.parse(reported ?? now.toISOString()), now.getTime()))
    const here = loaded.filter(row => row.estateId === caller.estateId)
    const registration = here.find(row => row.kind === 'permit') ?? null
    const rows = here.flatMap(row => viewPlate(row, at) ?? [])
    const guests = rows.some(row => row.known === 'permit')
      ? []
      : (await passes.find({ plateKey: plate }, { limit: mostRecords })).filter(
          pass => pass.estateId === caller.estateId,
        )
    const { known, house } = decisiveMatch(plate, [
      ...rows,
      ...guests.flatMap(pass => viewGuestCar(pass, at) ?? []),
    ])
    const admitted = known !== 'blocked' || direction === 'out'
    const entry: VehicleLogEntry = {
      _id: requestKey,
      estateId: caller.estateId ?? '',
      at: at.toISOString(),
      key: sortKey(at, requestKey),
      plate,
      direction,
      gate,
      by: caller.openid,
      known,
      admitted,
      offline: reported !== undefined,
      registrationId: registration?._id ?? null,
      house,
    }
    if (direction === 'out' && (await guestDrivesOut(guests, { at, now, gate, by: caller.openid, request })))
      return viewVehicleEntry({ ...entry, known: 'visitor' })
    if (registration && admitted) await noteMovement(registration, direction, at, { request, now })
    await vehicleLog.add(entry)
    return viewVehicleEntry(entry)
  },
})

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
