import type { OutboxRecord } from '../notice/outbox'
import type { MoveAnswer, Permit, Vehicle } from './contract'

/** A vehicle of a house, from the application to its end. All instants ISO 8601 UTC. */
export interface Registration extends OutboxRecord {
  kind: 'permit'
  /** Sort key: when it was asked for, and id. */
  key: string
  status: 'pending' | 'waiting' | 'active' | 'rejected' | 'cancelled' | 'ended'
  /** Pending, waiting or active: it counts for the house's quota. */
  live: boolean
  houseId: string
  house: string
  /** Openid of whoever asked for it. */
  by: string
  vehicle: Vehicle
  permit: Permit
  note: string | null
  plate: string | null
  /** The plate without province and city, for whoever types three characters at the gate. */
  serial: string | null
  /** Can be let in by its plate: active, and with one. */
  atGate: boolean
  /** Estate and plate while live, else the id: unique, a plate is registered once. */
  plateKey: string
  /** House, kind and number while live, else the id: unique, which keeps the quota exact. */
  quotaKey: string
  /** Empty: any area. */
  area: string
  space: string | null
  /** Estate and space while it is held, else the id: unique, a space is given once. */
  spaceKey: string
  until: string | null
  /** A renewal was asked for. */
  renewal: { at: string; by: string } | null
  /** What the desk has to do, and since when: the order of its queue. */
  waitsFor: 'decision' | 'space' | null
  waitKey: string
  reason: string | null
  decidedBy: string | null
  reminded: boolean
  /** What the timer has to look at next; null: nothing. */
  alarm: string | null
  /** Inside the estate since, as a sort key; null: outside. */
  insideKey: string | null
  /** When it was last seen at a gate. */
  seenAt: string | null
  move: {
    id: string
    at: string
    by: string
    note: string | null
    answer: MoveAnswer | null
    answeredAt: string | null
  } | null
  /** What the code on the windscreen carries; equal to the id while none was drawn. */
  scene: string
  picture: { scene: string; fileID: string } | null
  createdAt: string
}

/** A plate that is not let in, beside the permits, so that one question at the gate finds both. `_id` is that of the block. */
export interface BlockedPlate {
  _id: string
  kind: 'blocked'
  estateId: string
  plate: string
  serial: string
  atGate: true
  until: string
  plateKey: string
  quotaKey: string
  spaceKey: string
  scene: string
}
export type PlateRow = Registration | BlockedPlate

/** A parking space; who holds it is written on the registration. `_id` stands for estate and number. */
export interface Space {
  _id: string
  estateId: string
  no: string
  area: string
  /** The area's name in English; null: none was given. */ areaEn: string | null
  vehicle: Vehicle
  reserved: boolean
  /** The last requests that set it aside or freed it. */ marks: string[]
}

/** How many spaces each area has, kept beside the spaces. `_id` is the estate. */
export interface Areas {
  _id: string
  items: { area: string; areaEn: string | null; vehicle: Vehicle; spaces: number }[]
}

/** A vehicle that came or went. */
export interface VehicleLogEntry {
  _id: string
  estateId: string
  at: string
  key: string
  plate: string
  direction: 'in' | 'out'
  gate: string
  by: string
  known: 'permit' | 'expired' | 'visitor' | 'blocked' | 'unknown'
  admitted: boolean
  offline: boolean
  registrationId: string | null
  house: string | null
}

/** So many vehicles of a kind in an area. */
export interface AreaCount {
  area: string
  vehicle: Vehicle
  count: number
}

/** How many were inside at a full hour, by area. `_id` stands for estate and hour. */
export interface OccupancyHour {
  _id: string
  estateId: string
  at: string
  areas: AreaCount[]
}
