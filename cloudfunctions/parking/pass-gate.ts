import { invalid } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { withMessages } from '@domain/notice/outbox'
import { decisiveMatch } from '@domain/parking/lookup'
import type { Registration, VehicleLogEntry } from '@domain/parking/registration'
import { viewGuestCar, viewPlate, viewVehicleEntry } from '@domain/parking/view'
import { commit } from '../_kit/outbox'
import { plates, registrations, vehicleLog } from '../_services/parking/records'
import { action } from '../_kit/serve'
import { passes } from '../_services/visitor/records'
import { guestDrivesOut } from './guest-drives-out'

const triesOfRace = 4
/** The estates of one mini-program that can know the same plate. */
const most = 50
/** What a phone tells later is at most this old; requests that are sent again are known for as long. */
const oldestDays = 7

/**
 * A car comes or goes. Unknown plates are written down too; blocked ones are written down and not let in. A visitor's car
 * that is inside on its pass goes by the visitors' log, which has its coming; passes are read only for a plate without a valid permit.
 */
export const passGate = action('parking', 'gate', {
  load: ({ plate }) => plates.find({ plate, atGate: true }, { limit: most }),
  async run({ input: { plate, direction, gate, at: told }, caller, loaded, now, requestKey }) {
    if (told !== undefined && now.getTime() - Date.parse(told) > oldestDays * 86_400_000)
      throw invalid('at', '时间太久以前', 'Too long ago')
    // A phone's clock may be ahead; nothing has happened later than now.
    const at = new Date(Math.min(Date.parse(told ?? now.toISOString()), now.getTime()))
    const here = loaded.filter(row => row.estateId === caller.estateId)
    const registration = here.find(row => row.kind === 'permit') ?? null
    const rows = here.flatMap(row => viewPlate(row, at) ?? [])
    const guests = rows.some(row => row.known === 'permit')
      ? []
      : (await passes.find({ plateKey: plate }, { limit: most })).filter(
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
      offline: told !== undefined,
      registrationId: registration?._id ?? null,
      house,
    }
    if (
      direction === 'out' &&
      (await guestDrivesOut(guests, { at, now, gate, by: caller.openid, requestKey }))
    )
      return viewVehicleEntry({ ...entry, known: 'visitor' })
    if (registration && admitted) await moved(registration, direction, at, requestKey)
    await vehicleLog.add(entry)
    return viewVehicleEntry(entry)
  },
})

/** Where the car is now; what is told late does not undo what has happened since. */
async function moved(
  first: Registration,
  direction: 'in' | 'out',
  at: Date,
  requestKey: string,
): Promise<void> {
  let registration: Registration | null = first
  for (let tries = 0; registration && tries < triesOfRace; tries++) {
    const seenAt = at.toISOString()
    if (registration.marks.some(({ key }) => key === requestKey) || (registration.seenAt ?? '') > seenAt)
      return
    const inside = { seenAt, insideKey: direction === 'in' ? sortKey(at, registration._id) : null }
    const after = withMessages(
      { ...registration, ...inside },
      [],
      { at, by: '', values: { subject: { 'zh-CN': '', en: '' }, no: '', state: '' }, link: null },
      { key: requestKey, action: 'gate' },
    )
    if (await commit(registrations, registration, after)) return
    registration = await registrations.byId(registration._id)
  }
}
