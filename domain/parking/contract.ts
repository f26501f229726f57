import * as z from 'zod/mini'
import { partialPlate, tidyPlate } from '../kernel/plate'
import {
  cursor,
  empty,
  fileID,
  id,
  instant,
  limit,
  page,
  plate,
  read,
  text,
  write,
  type ActionSpec,
} from '../kernel/wire'
import {
  knownAs,
  moveAnswers,
  moves,
  permits,
  registrationStates,
  spaceStates,
  vehicles,
  type Move,
} from './kinds'

export * from './kinds'

const area = text(20)
/** The area's name in English; null: the office has given none. */
const areaEn = z.nullable(z.string())
const spaceNo = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9\u4e00-\u9fa5-]{1,20}$/))
const gate = text(20)
const scene = z.string().check(z.regex(/^m[0-9A-Za-z]{16,31}$/))
const partOfPlate = z.pipe(z.pipe(text(12), z.transform(tidyPlate)), z.string().check(z.regex(partialPlate)))

const moveAsked = z.object({
  at: instant,
  note: z.nullable(z.string()),
  answer: z.nullable(z.enum(moveAnswers)),
  answeredAt: z.nullable(instant),
})
const registration = z.object({
  id,
  houseId: id,
  house: z.string(),
  plate: z.nullable(z.string()),
  vehicle: z.enum(vehicles),
  permit: z.enum(permits),
  note: z.nullable(z.string()),
  state: z.enum(registrationStates),
  /** The area applied for, then that of the space. Empty: any. */
  area: z.string(),
  space: z.nullable(z.string()),
  /** Null: no end. */
  until: z.nullable(instant),
  reason: z.nullable(z.string()),
  /** For the desk: another house has registered, or asks for, the same plate. */
  alsoAsked: z.boolean(),
  /** Place on the waiting list, from 1; null where it is not counted. */
  position: z.nullable(z.int()),
  /** A recent request to move the car. */
  move: z.nullable(moveAsked),
  /** Inside the estate since. */
  insideAt: z.nullable(instant),
  createdAt: instant,
  actions: z.array(z.enum(moves)),
})
export type RegistrationView = z.infer<typeof registration>

const quota = z.object({ vehicle: z.enum(vehicles), most: z.int(), used: z.int() })
export type Quota = z.infer<typeof quota>

const space = z.object({
  no: z.string(),
  area: z.string(),
  vehicle: z.enum(vehicles),
  state: z.enum(spaceStates),
  house: z.nullable(z.string()),
  plate: z.nullable(z.string()),
})
export type SpaceView = z.infer<typeof space>

const match = z.object({
  plate: z.string(),
  known: z.enum(knownAs),
  vehicle: z.nullable(z.enum(vehicles)),
  permit: z.nullable(z.enum(permits)),
  until: z.nullable(instant),
  house: z.nullable(z.string()),
  area: z.string(),
  inside: z.boolean(),
})
export type Match = z.infer<typeof match>

const entry = z.object({
  id,
  at: instant,
  plate: z.string(),
  direction: z.enum(['in', 'out']),
  gate: z.string(),
  known: z.enum(knownAs),
  /** False for blocked plates, which are logged and not let in. */
  admitted: z.boolean(),
  house: z.nullable(z.string()),
  offline: z.boolean(),
})
export type VehicleEntry = z.infer<typeof entry>

/** The end of a visitor's pass: when, and for a used one at which gate. */
const endedPass = z.object({
  reason: z.enum(['USED', 'EXPIRED', 'REVOKED']),
  at: instant,
  gate: z.nullable(z.string()),
})
export type EndedPass = z.infer<typeof endedPass>

const imported = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.object({ row: z.int(), fields: z.record(z.string(), z.string()) })),
})
export type ParkingImport = z.infer<typeof imported>

const one = z.strictObject({ id })
const rows = z.array(z.record(z.string(), z.unknown())).check(z.minLength(1), z.maxLength(5000))
const period = { from: instant, to: instant }

export const parkingContract = {
  register: write(
    z.strictObject({
      houseId: id,
      plate: z.optional(plate),
      vehicle: z.enum(vehicles),
      permit: z.enum(permits),
      note: z.optional(text(100)),
      area: z.optional(area),
    }),
    registration,
  ),
  /**
   * `mine`: of the caller's houses; `estate`: all, for the desk; with a `query` those of a house, or of a
   * plate from three characters on.
   */
  list: read(
    z.strictObject({
      scope: z.optional(z.enum(['mine', 'estate'])),
      query: z.optional(text(20)),
      cursor,
      limit,
    }),
    page(registration),
  ),
  get: read(one, registration),
  /** How many vehicles a house has and can register, and which areas there are. */
  quota: read(
    z.strictObject({ houseId: id }),
    z.object({
      items: z.array(quota),
      areas: z.array(z.object({ area: z.string(), areaEn, vehicle: z.enum(vehicles) })),
    }),
  ),
  cancel: write(one, registration),
  renew: write(one, registration),
  /** What waits for a `decision` of the desk or for a `space`, in the order of application. */
  queue: read(
    z.strictObject({ what: z.optional(z.enum(['decision', 'space'])), cursor, limit }),
    page(registration),
  ),
  /** Without a space: none is needed, or the area is full and the household waits. */
  approve: write(
    z.strictObject({ id, space: z.optional(spaceNo), until: z.optional(instant) }),
    registration,
  ),
  reject: write(z.strictObject({ id, reason: text(200) }), registration),
  /** The desk ends a permit: the household has moved out, or has no phone. */
  end: write(z.strictObject({ id, reason: text(200) }), registration),
  spaces: read(
    z.strictObject({
      area: z.optional(area),
      vehicle: z.optional(z.enum(vehicles)),
      free: z.optional(z.boolean()),
      cursor,
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
    }),
    page(space),
  ),
  areas: read(
    empty,
    z.object({
      items: z.array(z.object({ area: z.string(), areaEn, vehicle: z.enum(vehicles), spaces: z.int() })),
    }),
  ),
  reserve: write(z.strictObject({ no: spaceNo, reserved: z.boolean() }), space),
  importSpaces: write(z.strictObject({ rows }), imported),
  importVehicles: write(z.strictObject({ rows }), imported),
  importSheet: write(z.strictObject({ what: z.enum(['spaces', 'vehicles']), fileID }), imported),
  /** The plate itself if it is known; `matches` for what has been typed so far. */
  lookup: read(
    z.strictObject({ plate: partOfPlate }),
    z.object({
      known: z.boolean(),
      permit: z.nullable(z.enum(permits)),
      until: z.nullable(instant),
      visitorPass: z.nullable(z.object({ until: instant })),
      blocked: z.boolean(),
      house: z.nullable(z.string()),
      /** A whole plate that is not known: how its newest visitor's pass ended, for some days. */
      ended: z.nullable(endedPass),
      matches: z.array(match),
    }),
  ),
  /** The plates that a guard's phone keeps for use without a network, a thousand at a time. */
  plates: read(
    z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(20))) }),
    z.object({ items: z.array(match), next: z.nullable(z.string()) }),
  ),
  /** `at`: when it happened, if the phone had no network then. */
  gate: write(
    z.strictObject({ plate, direction: z.enum(['in', 'out']), gate, at: z.optional(instant) }),
    entry,
  ),
  log: read(z.strictObject({ ...period, cursor, limit }), page(entry)),
  occupancy: read(
    empty,
    z.object({
      areas: z.array(
        z.object({
          area: z.string(),
          areaEn,
          vehicle: z.enum(vehicles),
          spaces: z.int(),
          given: z.int(),
          inside: z.int(),
          /** The number inside at each full hour, oldest first; hours without a count are left out. */
          hours: z.array(z.object({ at: instant, inside: z.int() })),
        }),
      ),
    }),
  ),
  export: write(
    z.strictObject({ what: z.enum(['vehicles', 'log']), ...period }),
    z.object({ fileID: z.string(), address: z.string() }),
  ),
  /** By the plate, or by the code on the windscreen. */
  moveCar: write(
    z.strictObject({ plate: z.optional(plate), scene: z.optional(scene), note: z.optional(text(50)) }),
    z.object({ id: z.nullable(id), told: z.boolean() }),
  ),
  /** The state of the caller's own request. */
  moveAsked: read(one, moveAsked),
  answerMove: write(z.strictObject({ id, answer: z.enum(moveAnswers) }), registration),
  /**
   * The code for the windscreen: whoever scans it can ask for the car to be moved, and learns nothing about
   * it.
   */
  windscreen: write(one, z.object({ scene: z.string(), url: z.string() })),
} satisfies Record<Move, ActionSpec> & Record<string, ActionSpec>
