import type { Words } from '../kernel/words'
import type { AudienceKind } from '../notice/kinds'
import type { OutboxRecord } from '../notice/outbox'
import type { Reminder } from './kinds'
import type { Entry } from './seats'

/** An event of the estate, with the log of its seats. All instants ISO 8601 UTC. */
export interface EstateEvent extends OutboxRecord {
  key: string
  /** Sort key of its end, for the lists of upcoming and past events. */
  whenKey: string
  no: string
  status: 'draft' | 'open' | 'cancelled'
  title: Words
  body: Words
  place: Words
  location: { latitude: number; longitude: number } | null
  startsAt: string
  endsAt: string
  partyMost: number
  cover: string | null
  /** Photos of the event, added afterwards. */
  photos: string[]
  /**
   * Pictures that have not passed WeChat's safety check yet, and those of them that have not been submitted
   * to it.
   */
  unchecked: string[]
  toCheck: string[]
  audience: { kind: AudienceKind; ids: string[] }
  groups: string[]
  /** The groups in whose lists it is; none while it is a draft. */
  to: string[]
  /** All that has happened to its seats, in order; the first entry holds the terms. */
  log: Entry[]
  /** The log's length. */
  size: number
  /** Openids of all who have ever signed up, to find a resident's own events. The log says who has a seat. */
  people: string[]
  /** How many of the seat notifications (seats.ts) have been sent. */
  newsTold: number
  reminded: Reminder[]
  /** When the timer has to look next; null: never. */
  alarm: string | null
  /** When its audience was last notified; absent or null: never. */
  pushedAt?: string | null
  /** The content of its door code; equal to the id until a code is made. */
  scene: string
  picture: { scene: string; fileID: string } | null
  reason: string | null
  by: string
  createdAt: string
}

/**
 * The entries that a log takes before it refuses sign-ups. It is compacted long before, and whatever follows
 * from a sign-up has room beyond.
 */
export const maxEntries = 4000
export const maxPhotos = 30
