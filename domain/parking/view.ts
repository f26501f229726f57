import type { Caller } from '../kernel/people'
import { livesIn } from '../kernel/people'
import { isBlockedBy, type Block } from '../visitor/block'
import { forever, insideVisit, type Pass } from '../visitor/pass'
import { isOpenState, stateOf as stateOfPass } from '../visitor/states'
import type { Match, RegistrationView, VehicleEntry } from './contract'
import type { Registration, VehicleLogEntry } from './registration'
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

/** A permit as the gate sees it. */
export const viewPermit = (permit: Registration, now: Date): Match => ({
  plate: permit.plate ?? '',
  known: stateOf(permit, now) === 'expired' ? 'expired' : 'permit',
  vehicle: permit.vehicle,
  permit: permit.permit,
  until: permit.until,
  house: maskHouse(permit.house),
  area: permit.area,
  inside: permit.insideKey !== null,
})

const withoutPermit = { vehicle: null, permit: null, house: null, area: '' }

/** A block that holds now, as the gate sees it; null: it is one of a phone. */
export const viewBlock = ({ plate, until }: Block): Match | null =>
  plate === null
    ? null
    : { ...withoutPermit, plate, known: 'blocked', until: until === forever ? null : until, inside: false }

/**
 * A visitor's car that can come in, now or later, or is inside; null: neither. That of a guest who is blocked
 * by phone is a blocked one.
 */
export function viewGuestCar(pass: Pass, blocks: readonly Block[], now: Date): Match | null {
  const state = stateOfPass(pass, now, false)
  if (pass.plate === null || (!isOpenState(state) && state !== 'inside')) return null
  const isBlocked = isBlockedBy(pass, blocks, now.toISOString())
  return {
    ...withoutPermit,
    plate: pass.plate,
    known: isBlocked ? 'blocked' : 'visitor',
    until: isBlocked ? null : pass.to,
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
