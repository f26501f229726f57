import type { WorkingHours } from '@domain/kernel/estate-time'
import type { OutboxCollection } from '@domain/clock/contract'
import type { Membership, Post } from '@domain/kernel/people'
import type { Lang, Words } from '@domain/kernel/words'
import type { MessageValues } from '@domain/notice/outbox'
import type { Order } from '@domain/repair/order'
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

export interface StoredMessage {
  _id: string
  estateId: string
  /** Whose it is; a notice's one line is for all of these groups. */
  to: string | string[]
  key: string
  at: string
  /** Of one's own; who has read a notice keeps that themselves. */
  read: boolean
  pinned?: boolean
  kind: string
  values: MessageValues
  link: string | null
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
  data: unknown
}

/** A photo that WeChat is looking at; `_id` is WeChat's trace_id. */
export interface PhotoCheck {
  _id: string
  at: string
  carrier: OutboxCollection
  recordId: string
  fileID: string
}

export const estates = collection<Estate>('estates')
export const persons = collection<Person>('persons')
export const orders = collection<Order>('orders')
export const messages = collection<StoredMessage>('messages')
export const requests = collection<Answered>('requests')
export const photoChecks = collection<PhotoCheck>('photo_checks')
export const audits = collection<Audit>('audit')

export { houseKey, roleKey as postKey } from '@domain/kernel/addresses'
