import * as z from 'zod/mini'
import { cursor, fileID, id, instant, limit, page, read, text, write } from '../kernel/wire'
import { audience } from '../notice/contract'
import { audienceKinds } from '../notice/kinds'
import { actions, placeStates, statuses } from './kinds'

export * from './kinds'

/** Degrees, as phones' maps take them (GCJ-02 in China). */
const location = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
})
const stars = z.int().check(z.minimum(1), z.maximum(5))
/** The seats that fit into one record. */
const maxSeats = 1000
const party = z.int().check(z.minimum(1), z.maximum(20))

const mine = z.object({
  state: z.enum(placeStates),
  party: z.int(),
  /** Place on the waiting list, from 1. */
  position: z.nullable(z.int()),
  heldUntil: z.nullable(instant),
  /** The content of the resident's code; only for a confirmed place, and not in lists. */
  ticket: z.nullable(z.string()),
  checkedInAt: z.nullable(instant),
  stars: z.nullable(z.int()),
})

export const card = z.object({
  id,
  no: z.string(),
  status: z.enum(statuses),
  /** In the reader's language, like body and place. */
  title: z.string(),
  body: z.string(),
  place: z.string(),
  location: z.nullable(location),
  startsAt: instant,
  endsAt: instant,
  signUpUntil: instant,
  capacity: z.int(),
  /** Seats that are neither confirmed nor held. */
  left: z.int(),
  /** People on the waiting list. */
  waiting: z.int(),
  perHouse: z.nullable(z.int()),
  partyMost: z.int(),
  cover: z.nullable(z.object({ fileID: z.string(), url: z.string() })),
  mine: z.nullable(mine),
  rating: z.nullable(z.object({ stars: z.number(), count: z.int() })),
  /** Why it was cancelled. */
  reason: z.nullable(z.string()),
  actions: z.array(z.enum(actions)),
})
export type EventCard = z.infer<typeof card>

export const event = z.extend(card, {
  photos: z.array(z.string()),
  pictures: z.record(z.string(), z.string()),
  /** For the desk only. */
  desk: z.nullable(
    z.object({
      title: z.string(),
      titleEn: z.nullable(z.string()),
      body: z.string(),
      bodyEn: z.nullable(z.string()),
      place: z.string(),
      placeEn: z.nullable(z.string()),
      audience: z.object({ kind: z.enum(audienceKinds), ids: z.array(z.string()) }),
      /** The number of confirmed people and of those who came, and the comments without names. */
      confirmed: z.int(),
      came: z.int(),
      comments: z.array(z.string()),
    }),
  ),
})
export type EventView = z.infer<typeof event>

const rosterLine = z.object({
  /** The number of the sign-up. */
  no: z.int(),
  name: z.string(),
  house: z.string(),
  party: z.int(),
  state: z.enum(placeStates),
  position: z.nullable(z.int()),
  heldUntil: z.nullable(instant),
  checkedInAt: z.nullable(instant),
  /** Checks the resident in without their phone; only for a confirmed place. */
  code: z.nullable(z.string()),
})
export type RosterLine = z.infer<typeof rosterLine>

const texts = { title: text(40), body: text(2000), place: text(60) }
const more = {
  titleEn: z.optional(text(80)),
  bodyEn: z.optional(text(4000)),
  placeEn: z.optional(text(120)),
  location: z.optional(z.nullable(location)),
  perHouse: z.optional(z.nullable(party)),
  partyMost: z.optional(party),
  cover: z.optional(z.nullable(fileID)),
  audience: z.optional(audience),
}
const times = {
  startsAt: instant,
  endsAt: instant,
  signUpUntil: instant,
  capacity: z.int().check(z.minimum(1), z.maximum(maxSeats)),
}
const one = z.strictObject({ id })

export const eventContract = {
  /** Only the desk sees a draft, until it is released. */
  publish: write(z.strictObject({ ...texts, ...times, ...more, draft: z.optional(z.boolean()) }), event),
  /** Absent fields stay as they are; nobody loses a seat when the capacity is reduced. */
  update: write(
    z.strictObject({
      id,
      title: z.optional(texts.title),
      body: z.optional(texts.body),
      place: z.optional(texts.place),
      startsAt: z.optional(instant),
      endsAt: z.optional(instant),
      signUpUntil: z.optional(instant),
      capacity: z.optional(times.capacity),
      ...more,
    }),
    event,
  ),
  release: write(one, event),
  cancel: write(z.strictObject({ id, reason: z.optional(text(200)) }), event),
  list: read(z.strictObject({ when: z.enum(['upcoming', 'past', 'mine']), cursor, limit }), page(card)),
  /** By its id, or by the content of its door code; one of the two. */
  get: read(z.strictObject({ id: z.optional(id), scene: z.optional(id) }), event),
  signUp: write(
    z.strictObject({ id, party, houseId: z.optional(id) }),
    z.object({ status: z.enum(placeStates), position: z.optional(z.int()), event }),
  ),
  withdraw: write(one, event),
  confirmHold: write(one, event),
  /** Those with a seat first, then the waiting list. */
  roster: read(z.strictObject({ id, cursor, limit }), page(rosterLine)),
  /** The butler scans a resident's code, or the resident scans the door code. */
  checkIn: write(
    z.strictObject({ id, code: z.string().check(z.maxLength(120), z.regex(/^[A-Za-z0-9._-]+$/)) }),
    z.extend(rosterLine, { event: id }),
  ),
  export: write(one, z.object({ fileID: z.string(), address: z.string() })),
  /** Sends the audience a message to their inboxes, and a notification to those who have allowed it. */
  push: write(z.strictObject({ id, message: z.optional(text(200)) }), z.object({ pushId: id })),
  rate: write(z.strictObject({ id, stars, comment: z.optional(text(200)) }), event),
  addPhotos: write(
    z.strictObject({ id, photos: z.array(fileID).check(z.minLength(1), z.maxLength(9)) }),
    event,
  ),
  /** The code for the door, made when it is first asked for. */
  doorCode: write(one, z.object({ scene: z.string(), fileID: z.string(), url: z.string() })),
}
