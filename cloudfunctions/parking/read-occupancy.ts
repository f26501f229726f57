import { occupancyOf } from '@domain/parking/occupancy'
import type { Registration } from '@domain/parking/registration'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { countByArea, insideNow } from '../_services/parking/parked'
import { occupancyHours, parkingAreas, registrations } from '../_services/parking/records'

const hoursShown = 24

/** The areas' occupancy now, and of the last 24 full hours as the timer counted them. */
export const readOccupancy = action('parking', 'occupancy', {
  async run({ caller, now }) {
    const estateId = caller.estateId ?? ''
    const since = new Date(now.getTime() - hoursShown * 3_600_000).toISOString()
    const [areas, inside, given, hours] = await Promise.all([
      parkingAreas.byId(estateId),
      insideNow(estateId),
      holdersOfSpaces(estateId),
      occupancyHours.find({ estateId, at: op.gte(since) }, { orderBy: ['at', 'asc'], limit: hoursShown + 1 }),
    ])
    return {
      areas: occupancyOf({
        areas: areas?.items ?? [],
        inside: countByArea(inside),
        given: countByArea(given),
        hours,
      }),
    }
  },
})

/** Registrations that hold a space. */
const holdersOfSpaces = (estateId: string): Promise<Registration[]> =>
  registrations.findAll(
    { spaceKey: op.gt(`${estateId}:`).and(op.lt(`${estateId}:\uffff`)) },
    { by: 'spaceKey', leaveOut: ['outbox', 'marks'] },
  )
