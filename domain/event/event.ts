import type { Words } from '../kernel/words'
import type { AudienceKind } from '../notice/kinds'
import type { OutboxRecord } from '../notice/outbox'
import type { Reminder } from './kinds'
import type { Entry } from './seats'

/** An event of the estate, with everything that has happened to its seats. All instants ISO 8601 UTC. */
export interface EstateEvent extends OutboxRecord {
  key: string
  /** Sort key of its end: what is to come, and what is over. */
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
  /** What it looked like, afterwards. */
  photos: string[]
  /** Pictures that WeChat has not passed yet, and those of them that it has not been asked about. */
  unchecked: string[]
  toCheck: string[]
  audience: { kind: AudienceKind; ids: string[] }
  groups: string[]
  /** The groups in whose lists it is; of a draft none. */
  to: string[]
  /** Everything about its seats, in the order in which it happened; the first entry is the terms. */
  log: Entry[]
  /** The log's length. */
  size: number
  /** Openids of all who have ever signed up: what finds one's own events. Who has a seat, the log says. */
  people: string[]
  /** So many of the log's news have been told. */
  newsTold: number
  reminded: Reminder[]
  /** What the timer has to look at next; null: nothing. */
  alarm: string | null
  /** When its audience was last told of it; absent or null: never. */
  pushedAt?: string | null
  /** What the code at its door holds; equal to the id while none was drawn. */
  scene: string
  picture: { scene: string; fileID: string } | null
  reason: string | null
  by: string
  createdAt: string
}

/** As many as one record takes; a log that is full takes no more sign-ups. */
export const maxEntries = 4000
export const maxPhotos = 30
