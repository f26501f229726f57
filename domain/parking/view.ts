import type { Caller } from '../kernel/people'
import { livesIn } from '../kernel/people'
import { forever, insideVisit, type Pass } from '../visitor/pass'
import { isOpenState, stateOf as stateOfPass } from '../visitor/states'
import type { Match, RegistrationView, VehicleEntry } from './contract'
import type { PlateRow, Registration, VehicleLogEntry } from './registration'
import type { ParkingSettings } from './settings'
import { movesFor, stateOf } from './states'

/** How long a request to move the car is shown; ours. */
const shownHours = 12

interface Shown {
  now: Date
  settings: ParkingSettings
  position?: number | null
  alsoAsked?: boolean
}

export const viewRegistration = (
  registration: Registration,
  caller: Caller,
  { now, settings, position = null, alsoAsked = false }: Shown,
): RegistrationView => ({
  id: registration._id,
  houseId: registration.houseId,
  house: registration.house,
  plate: registration.plate,
  vehicle: registration.vehicle,
  permit: registration.permit,
  note: registration.note,
  state: stateOf(registration, now),
  area: registration.area,
  space: registration.space,
  until: registration.until,
  reason: registration.reason,
  position,
  alsoAsked,
  insideAt: registration.insideKey?.slice(0, 24) ?? null,
  createdAt: registration.createdAt,
  actions: movesFor(registration, caller, now, settings),
  move:
    livesIn(caller, registration.houseId) && registration.status === 'active' && isRecent(registration, now)
      ? viewMove(registration)
      : null,
})

const isRecent = ({ move }: Registration, now: Date): boolean =>
  move !== null && now.getTime() - Date.parse(move.at) < shownHours * 3_600_000

/** A request to move a car, without who asked and whom. */
export const viewMove = ({ move }: Registration): NonNullable<RegistrationView['move']> => ({
  at: move?.at ?? '',
  note: move?.note ?? null,
  answer: move?.answer ?? null,
  answeredAt: move?.answeredAt ?? null,
})

/** Hides the last part of a house number from guards: 59-4 is shown as 59-*, 12 as 1*. */
export const maskHouse = (code: string): string =>
  code.includes('-') ? `${code.slice(0, code.indexOf('-'))}-*` : `${code.slice(0, -1)}*`

/** A permit or a block as the gate sees it; null: a block that has ended. */
export function viewPlate(row: PlateRow, now: Date): Match | null {
  const at = now.toISOString()
  if (row.kind === 'blocked') {
    return row.until <= at
      ? null
      : {
          plate: row.plate,
          known: 'blocked',
          vehicle: null,
          permit: null,
          until: row.until === forever ? null : row.until,
          house: null,
          area: '',
          inside: false,
        }
  }
  return {
    plate: row.plate ?? '',
    known: stateOf(row, now) === 'expired' ? 'expired' : 'permit',
    vehicle: row.vehicle,
    permit: row.permit,
    until: row.until,
    house: maskHouse(row.house),
    area: row.area,
    inside: row.insideKey !== null,
  }
}

/** A visitor's car that can come in, now or later, or is inside; null: neither. */
export function viewGuestCar(pass: Pass, now: Date): Match | null {
  const state = stateOfPass(pass, now)
  if (pass.plate === null || (!isOpenState(state) && state !== 'inside')) return null
  return {
    plate: pass.plate,
    known: 'visitor',
    vehicle: null,
    permit: null,
    until: pass.to,
    house: null,
    area: '',
    inside: insideVisit(pass) !== undefined,
  }
}

export const viewVehicleEntry = (entry: VehicleLogEntry): VehicleEntry => ({
  id: entry._id,
  at: entry.at,
  plate: entry.plate,
  direction: entry.direction,
  gate: entry.gate,
  known: entry.known,
  admitted: entry.admitted,
  house: entry.house,
  offline: entry.offline,
})
