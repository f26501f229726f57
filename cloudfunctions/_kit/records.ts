import type { Household } from '@domain/account/contract'
import type { WorkingHours } from '@domain/kernel/estate-time'
import type { Membership, Post } from '@domain/kernel/people'
import type { Lang, Words } from '@domain/kernel/words'
import type { Settings } from '@domain/settings'
import { collection } from './store'

export interface Estate {
  _id: string
  name: Words
  /** IANA time zone. */
  zone: string
  /** The reception desk, round the clock. */
  phone: string
  hours: WorkingHours
  /** What the estate has set differently from the defaults of domain/settings.ts, by service. */
  settings?: { [S in keyof Settings]?: Partial<Settings[S]> }
}

/** A person by their openid, with all that a permission stands on. */
export interface Person {
  _id: string
  estateId: string | null
  name: string
  phone: string
  lang: Lang
  largeText: boolean
  houses: Membership[]
  /** `estate:house`, for the index: who lives in a house. */
  houseKeys: string[]
  posts: { estateId: string; post: Post }[]
  /** `estate:post`, for the index: who holds a post. */
  postKeys: string[]
  /** All groups that the person belongs to (domain/kernel/addresses.ts). */
  addresses: string[]
  /** Kept by the courier and by reading; the inbox is the truth. */
  unread: number
  /** Notices that one has opened, the last of them, and the instant up to which all were marked as read. */
  noticesRead?: string[]
  noticesReadTo?: string
  /** Unspent accepts of a subscribe message, by template. */
  quota: Record<string, number>
  marks: string[]
  /** When the last attempts to bind a house were made, newest first; `triesKept` of them. */
  tries: string[]
  /** When a guard's last wrong six digits were typed, newest first. */
  digitTries?: string[]
  /** Has asked for a house: a request may be pending. */
  waits: boolean
  /** The privacy guide that was agreed to, and when; null: not yet. */
  privacy: { version: string; at: string } | null
}

/** Attempts to bind within an hour. */
export const triesKept = 5

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

export interface StoredHousehold extends Omit<Household, 'houseId'> {
  _id: string
  estateId: string
}

export interface Audit {
  _id: string
  estateId: string
  at: string
  key: string
  by: string
  did: string
  record: string
}
export interface Answered {
  _id: string
  at: string
  action: string
  /** Stands for the input. */
  input: string
  data: unknown
}

/** A photo that WeChat is looking at; `_id` is WeChat's trace_id. */
export interface PhotoCheck {
  _id: string
  at: string
  /** The collection of the record that holds the photo. */
  collection: string
  recordId: string
  fileID: string
}

export const estates = collection<Estate>('estates')
export const persons = collection<Person>('persons')
export const houses = collection<House>('houses')
export const households = collection<StoredHousehold>('households')
export const requests = collection<Answered>('requests')
export const photoChecks = collection<PhotoCheck>('photo_checks')
export const audits = collection<Audit>('audit')

export { houseKey, roleKey as postKey } from '@domain/kernel/addresses'
