import type { Household } from '@domain/account/contract'
import type { WorkingHours } from '@domain/kernel/estate-time'
import type { Book, LimitName } from '@domain/kernel/limits'
import type { Membership, Post } from '@domain/kernel/people'
import type { Lang, Words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
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
  /** The last requests that changed the settings. */
  marks?: Mark[]
}

/** A person by their openid, with everything that permissions are judged by. */
export interface Person {
  _id: string
  estateId: string | null
  name: string
  phone: string
  lang: Lang
  largeText: boolean
  houses: Membership[]
  /** `estate:house`, for the index: the members of a house. */
  houseKeys: string[]
  /** `since`: when the post was granted, ISO 8601 UTC; absent: before the product knew. */
  posts: { estateId: string; post: Post; since?: string }[]
  /** `estate:post`, for the index: the holders of a post. */
  postKeys: string[]
  /** All groups that the person belongs to (domain/kernel/addresses.ts). */
  addresses: string[]
  /** A copy for the badge, updated by the courier and by reading; the inbox is authoritative. */
  unread: number
  /** The last notices that the person has opened, and the instant up to which all were marked as read. */
  noticesRead?: string[]
  noticesReadTo?: string
  /** Unspent accepts of a subscribe message, by template. */
  quota: Record<string, number>
  marks: string[]
  /** When the last attempts to bind a house were made, newest first; `triesKept` of them. */
  tries: string[]
  /** When the guard last typed six wrong digits, and in which request (`time~request`), newest first. */
  digitTries?: string[]
  /** The person has asked for a house: a request may be pending. */
  waits: boolean
  /** What the person has used of the limits, by estate (limits.ts). */
  uses?: Record<string, Book>
  /** The version of the privacy guide that the person agreed to, and when; null: not yet. */
  privacy: { version: string; at: string } | null
}

/** Attempts to bind a house within an hour. */
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
  /** The last four digits, by which the desk finds a person on the phone. */
  phoneTail: string | null
  /** The opaque value in its mini-program code; it can be renewed. */
  scene: string
  /** The picture of the code, and the scene that it was drawn for. */
  picture: { scene: string; fileID: string } | null
  /** The request that last renewed the code, so that a repetition gets the same code; absent: none has. */
  renewedBy?: string
}

export interface StoredHousehold extends Omit<Household, 'houseId'> {
  _id: string
  estateId: string
  /** When each detail was last written: members see what was written since they joined. */
  writtenAt?: Partial<Record<keyof Household, string>>
  /** The last requests that changed it. */
  marks?: Mark[]
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
/** The answer of a write, for its repetition. */
export interface Answered {
  _id: string
  at: string
  action: string
  /** Hash of the input. */
  input: string
  /** The record that the answer shows; absent: it shows none. It is removed when a person of it is erased. */
  record?: string
  data: unknown
}

/** A photo that WeChat is checking; `_id` is WeChat's trace_id. */
export interface PhotoCheck {
  _id: string
  at: string
  /** The collection of the record that holds the photo. */
  collection: string
  recordId: string
  fileID: string
}

/** The uses of the author of anonymous records; `_id` is a keyed hash. */
export type AnonymousBook = Book & { _id: string; at: string }

/** What a limit has held back on one day, without who. */
export interface HeldBack {
  _id: string
  estateId: string
  /** When it was last held back. */
  at: string
  what: LimitName
  count: number
  houseId: string | null
  house: string
}

/**
 * A spreadsheet in storage, exported or imported: the timer deletes the file some days later. Written before
 * an export is stored, so that no file is without its record.
 */
export interface StoredSheet {
  _id: string
  estateId: string
  at: string
  /** Where an exported file is, in the functions' own folders; null: an uploaded file. */
  path: string | null
  /** An uploaded file; null: `path` leads to it. */
  fileID: string | null
}

export const estates = collection<Estate>('estates')
export const persons = collection<Person>('persons')
export const houses = collection<House>('houses')
export const households = collection<StoredHousehold>('households')
export const requests = collection<Answered>('requests')
export const photoChecks = collection<PhotoCheck>('photo_checks')
export const anonymousBooks = collection<AnonymousBook>('anonymous_books')
export const heldBack = collection<HeldBack>('held_back')
export const storedSheets = collection<StoredSheet>('stored_sheets')
export const audits = collection<Audit>('audit')

export { houseKey, roleKey as postKey } from '@domain/kernel/addresses'
