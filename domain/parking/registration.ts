import type { OutboxRecord } from '../notice/outbox'
import type { KnownAs, MoveAnswer, Permit, RegistrationStatus, Vehicle } from './kinds'

/** The registration of a vehicle of a house, from application to end. All instants ISO 8601 UTC. */
export interface Registration extends OutboxRecord {
  /** All vehicles have the same; the list of an estate is read by it. */
  kind: 'permit'
  /** Sort key: time of application, and id. */
  key: string
  status: RegistrationStatus
  /** Counts towards the house's quota (states.ts, `isLive`). */
  live: boolean
  houseId: string
  house: string
  /** Openid of the applicant. */
  by: string
  /** Openids of all whom the record names, for erasing them. */
  people: string[]
  vehicle: Vehicle
  permit: Permit
  note: string | null
  plate: string | null
  /** The plate without province and city, for a search by three characters at the gate. */
  serial: string | null
  /** Is let in by its plate: active, and with a plate. */
  atGate: boolean
  /**
   * Estate and plate once the desk has granted it, with the house as long as it is only asked for, else the
   * id. Unique: a plate is granted once, and a house asks for it once.
   */
  plateKey: string
  /** House, kind and number while live, else the id. Unique, which keeps the quota exact. */
  quotaKey: string
  /** Empty: any area. */
  area: string
  space: string | null
  /** Estate and space while it holds one, else the id. Unique: a space is given once. */
  spaceKey: string
  until: string | null
  /** A renewal that waits for a decision. */
  renewal: { at: string; by: string } | null
  /** What it waits for, and since when: the order of the desk's queue. */
  waitsFor: 'decision' | 'space' | null
  waitKey: string
  reason: string | null
  decidedBy: string | null
  reminded: boolean
  /** When the timer has to look next; null: never. */
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
  /** The content of the windscreen code; equal to the id until a code is made. */
  scene: string
  picture: { scene: string; fileID: string } | null
  createdAt: string
}

/** A parking space; the registration says who holds it. `_id` stands for estate and number. */
export interface Space {
  _id: string
  estateId: string
  no: string
  area: string
  /** The area's name in English; null: none was given. */
  areaEn: string | null
  vehicle: Vehicle
  reserved: boolean
  /** The last requests that reserved or released it. */
  marks: string[]
}

/** How many spaces each area has, kept beside the spaces. `_id` is the estate. */
export interface Areas {
  _id: string
  items: { area: string; areaEn: string | null; vehicle: Vehicle; spaces: number }[]
}

/** A vehicle that entered or left. */
export interface VehicleLogEntry {
  _id: string
  estateId: string
  at: string
  key: string
  plate: string
  direction: 'in' | 'out'
  gate: string
  by: string
  known: KnownAs
  admitted: boolean
  offline: boolean
  registrationId: string | null
  house: string | null
}

/** The number of vehicles of a kind in an area. */
export interface AreaCount {
  area: string
  vehicle: Vehicle
  count: number
}

/** The vehicles inside at a full hour, by area. `_id` stands for estate and hour. */
export interface OccupancyHour {
  _id: string
  estateId: string
  at: string
  areas: AreaCount[]
}
