import { decisiveMatch, maxMatches, onePerPlate, typedField } from '@domain/parking/lookup'
import { viewGuestCar, viewPlate } from '@domain/parking/view'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { beginsWith, plates } from '../_services/parking/records'
import { passes } from '../_services/visitor/records'

const leaveOut = ['outbox', 'marks']

/**
 * Three database requests, the last two in parallel: permits and blocks, and visitors' cars, each by an index
 * prefix.
 */
export const lookUpPlate = action('parking', 'lookup', {
  async run({ input: { plate: typed }, caller, now }) {
    const estateId = caller.estateId ?? ''
    const byPlate = typedField(typed) === 'plate'
    const [rows, guests] = await Promise.all([
      plates.find(
        {
          estateId,
          atGate: true,
          ...(byPlate ? { plate: beginsWith(typed) } : { serial: beginsWith(typed) }),
        },
        { orderBy: [byPlate ? 'plate' : 'serial', 'asc'], limit: maxMatches, leaveOut },
      ),
      passes.find(
        { estateId, ...(byPlate ? { plateKey: beginsWith(typed) } : { plateSerial: beginsWith(typed) }) },
        { orderBy: [byPlate ? 'plateKey' : 'plateSerial', 'asc'], limit: maxMatches, leaveOut },
      ),
    ])
    const found = [
      ...rows.flatMap(row => viewPlate(row, now) ?? []),
      ...guests.flatMap(pass => viewGuestCar(pass, now) ?? []),
    ]
    const exact = decisiveMatch(typed, found)
    const guest = found.find(({ plate, known }) => plate === typed && known === 'visitor')
    return {
      known: exact.known === 'permit' || exact.known === 'visitor',
      permit: exact.permit,
      until: exact.until,
      house: exact.house,
      blocked: exact.known === 'blocked',
      visitorPass: guest?.until ? { until: guest.until } : null,
      matches: onePerPlate(found).slice(0, maxMatches),
    }
  },
})

/** The cloud returns at most 1,000 records; the answer stays far below 6 MB. */
const portion = 1000

/** Permits and blocked plates for a guard's phone; visitors' plates come with the gate kit. */
export const listPlates = action('parking', 'plates', {
  async run({ input: { cursor }, caller, now }) {
    const found = await plates.find(
      { estateId: caller.estateId ?? '', atGate: true, plate: op.gt(cursor ?? '') },
      { orderBy: ['plate', 'asc'], limit: portion, leaveOut },
    )
    // A plate can have two rows, a permit and a block: a page ends between plates, never between these two.
    const last = found.length < portion ? null : found[portion - 1]?.plate
    const shown = last === null ? found : found.filter(({ plate }) => plate !== last)
    return {
      items: shown.flatMap(row => viewPlate(row, now) ?? []),
      next: last === null ? null : (shown[shown.length - 1]?.plate ?? null),
    }
  },
})
