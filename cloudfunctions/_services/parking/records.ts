import { createHash } from 'node:crypto'
import type { Areas, OccupancyHour, Registration, Space, VehicleLogEntry } from '@domain/parking/registration'
import { collection, op, type Condition } from '../../_kit/store'

export const registrations = collection<Registration>('vehicles')
export const spaces = collection<Space & { key: string }>('parking_spaces')
export const parkingAreas = collection<Areas>('parking_areas')
export const vehicleLog = collection<VehicleLogEntry>('vehicle_log')
export const occupancyHours = collection<OccupancyHour>('parking_hours')

export const spaceId = (estateId: string, no: string): string =>
  createHash('sha256').update(`${estateId}|${no}`).digest('hex').slice(0, 24)
/**
 * A sort key in natural order: A-2 before A-10. Letters outside ASCII, which a cursor cannot hold, are
 * encoded.
 */
export const spaceKeyOf = (no: string): string =>
  no
    .replace(/\d+/g, run => run.padStart(5, '0'))
    .replace(/[^\x20-\x7e]/g, letter => `~${letter.charCodeAt(0).toString(16)}`)

/** The index range of the plates, or serials, that begin with the typed text. */
export const beginsWith = (typed: string): Condition => op.gte(typed).and(op.lt(`${typed}\uffff`))
