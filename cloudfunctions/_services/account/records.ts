import type { Binding } from '@domain/account/binding'
import type { Household } from '@domain/account/contract'
import type { OutboxMessage } from '@domain/notice/outbox'
import { collection } from '../../_kit/store'

/** A house of the register. */
export interface House {
  _id: string
  estateId: string
  code: string
  building: string
  unit: string | null
  room: string
  areaM2: number | null
  ownerName: string | null
  ownerPhone: string | null
  /** The last four digits, by which the desk looks for a caller. */
  phoneTail: string | null
  /** What its code carries: opaque, renewed at will. */
  scene: string
  /** The picture of the code, for the scene it was made of. */
  picture: { scene: string; fileID: string } | null
}

/** The code at a building's door; `_id` is the scene. */
export interface BuildingCode {
  _id: string
  estateId: string
  building: string
  picture: { scene: string; fileID: string } | null
  buildingKey: string
}

export interface StoredHousehold extends Omit<Household, 'houseId'> {
  _id: string
  estateId: string
}

/** A knock that waits until a house's quiet hours are over. */
export interface DeferredNotification {
  _id: string
  estateId: string
  at: string
  dueAt: string
  personId: string
  message: OutboxMessage
}

export const bindings = collection<Binding>('bindings')
export const houses = collection<House>('houses')
export const buildingCodes = collection<BuildingCode>('building_codes')
export const households = collection<StoredHousehold>('households')
export const deferredNotifications = collection<DeferredNotification>('deferred_notifications')

export const liveKey = (houseId: string, openid: string): string => `${houseId}:${openid}`
