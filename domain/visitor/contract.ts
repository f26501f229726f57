import * as z from 'zod/mini'
import { mobile } from '../kernel/phone'
import { cursor, id, instant, limit, page, plate, read, text, write } from '../kernel/wire'
import { kitPortion, passKinds, passStates, reasons, revokers, ways } from './kinds'
import { kinds } from './terms'

export type { PassKind, PassState, Reason, Way } from './kinds'

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const party = whole(1, 50)
const phone = z.string().check(z.regex(mobile))
const gate = text(20)
const digits = z.string().check(z.regex(/^\d{6}$/))
const payload = z.string().check(z.maxLength(400))
const publicKey = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const weekdays = z.array(whole(1, 7)).check(z.minLength(1), z.maxLength(7))
const words = z.object({ 'zh-CN': z.string(), en: z.string() })
const hours = z.nullable(z.object({ from: z.int(), to: z.int() }))

const visit = z.object({ at: instant, gate: z.string(), leftAt: z.nullable(instant), offline: z.boolean() })
/** A pass as its host sees it. */
const pass = z.object({
  id,
  kind: z.enum(passKinds),
  state: z.enum(passStates),
  houseId: id,
  house: z.string(),
  name: z.string(),
  phone: z.nullable(z.string()),
  plate: z.nullable(z.string()),
  party: z.int(),
  note: z.nullable(z.string()),
  from: instant,
  to: instant,
  uses: z.nullable(z.int()),
  used: z.int(),
  weekdays: z.array(z.int()),
  hours,
  gates: z.array(z.string()),
  /** For the share card; empty for a walk-in. */
  shareToken: z.string(),
  shortCode: z.string(),
  /** A guest's phone has opened it. */
  opened: z.boolean(),
  starred: z.boolean(),
  visits: z.array(visit),
  createdAt: instant,
  /** When it was revoked, and by whom: its host, an owner of the house, the butler, or a rule. */
  revoked: z.nullable(z.object({ at: instant, by: z.enum(revokers) })),
  /** Until when the household can decide on a walk-in. */
  lapsesAt: z.nullable(instant),
  /** The gate at which a walk-in waits. */
  askedAt: z.nullable(z.string()),
  actions: z.array(z.enum(['revoke', 'share', 'decide'])),
})
export type PassView = z.infer<typeof pass>

/** A pass as the guard sees it: the guest, and the house they visit. */
const guest = z.object({
  id,
  name: z.string(),
  house: z.string(),
  party: z.int(),
  plate: z.nullable(z.string()),
  kind: z.enum(passKinds),
  until: instant,
  used: z.int(),
  uses: z.nullable(z.int()),
  note: z.nullable(z.string()),
})
export type Guest = z.infer<typeof guest>

const verdict = z.object({
  admit: z.boolean(),
  entryId: z.optional(id),
  pass: z.optional(guest),
  reason: z.optional(z.enum(reasons)),
  /** NOT_YET and WRONG_DAY: when it admits next. */
  next: z.optional(z.nullable(instant)),
  /** USED, EXPIRED and REVOKED: when that happened, and for USED at which gate. */
  happened: z.optional(z.nullable(z.object({ at: instant, gate: z.nullable(z.string()) }))),
})
export type ScanVerdict = z.infer<typeof verdict>

/** A visit or a refusal in the gate log. */
const entry = z.object({
  id,
  at: instant,
  gate: z.string(),
  admitted: z.boolean(),
  reason: z.nullable(z.enum(reasons)),
  how: z.enum(ways),
  offline: z.boolean(),
  name: z.string(),
  house: z.string(),
  party: z.int(),
  plate: z.nullable(z.string()),
  until: z.nullable(instant),
  leftAt: z.nullable(instant),
  leftGate: z.nullable(z.string()),
  overstayed: z.boolean(),
})
export type EntryView = z.infer<typeof entry>

const block = z.object({
  id,
  phone: z.nullable(z.string()),
  plate: z.nullable(z.string()),
  reason: z.string(),
  until: z.nullable(instant),
  at: instant,
  /** How often a blocked plate was read at a gate, and when last. */
  seen: z.int(),
  seenAt: z.nullable(instant),
})
export type BlockView = z.infer<typeof block>

const terms = z.object({
  kind: z.enum(kinds),
  from: instant,
  to: instant,
  uses: z.nullable(z.int()),
  party: z.int(),
  weekdays: z.array(z.int()),
  hours,
  gates: z.array(z.int()),
})
/** What the guest's phone needs to show the code, with or without a network. */
const held = z.object({
  estate: words,
  way: words,
  gates: z.array(z.object({ name: words })),
  state: z.enum(passStates),
  terms,
  plate: z.nullable(z.string()),
  shortCode: z.string(),
  /** The estate's certificate for this phone's key, hex; null: no key was sent. */
  certificate: z.nullable(z.string()),
  now: instant,
  offset: z.int(),
})
export type Held = z.infer<typeof held>

/** What a guard's phone needs to check passes without a network. */
const kit = z.object({
  now: instant,
  offset: z.int(),
  estateTag: z.string(),
  keys: z.array(z.object({ id: z.int(), key: z.string() })),
  gates: z.array(z.object({ id: z.string(), name: words })),
  /**
   * Passes that a guest's phone can show, with what their code does not say (revoked, blocked, used before),
   * and passes with a plate; those that end first come first.
   */
  passes: z.array(
    z.object({
      id,
      state: z.enum(['good', 'revoked', 'blocked']),
      used: z.int(),
      slot: z.int(),
      holder: z.nullable(z.string()),
      plate: z.nullable(z.string()),
      terms,
    }),
  ),
  /** On the first page. */
  blockedPlates: z.array(z.string()),
  /** The `cursor` of the next page; null: the kit is complete. */
  next: z.nullable(z.string()),
})
export type GateKit = z.infer<typeof kit>

/** The id that a guard's phone gives to a record: sent at once, later, or both, the record counts once. */
const recordId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,24}$/))
const record = z.strictObject({
  id: recordId,
  at: instant,
  gate,
  payload: z.optional(payload),
  plate: z.optional(plate),
  /** The guard's phone refused the guest, and why. */
  refused: z.optional(z.enum(reasons)),
  /** The visit that ends: the id of the pass, a dash, and the id of the record of the entry. */
  leaves: z.optional(id),
})
export type GateRecord = z.infer<typeof record>
const synced = z.object({
  id: z.string(),
  result: z.enum(['accepted', 'conflict']),
  reason: z.nullable(z.enum(reasons)),
  entryId: z.nullable(id),
})

const one = z.strictObject({ id })
const subject = { phone: z.optional(phone), plate: z.optional(plate) }
const period = { from: instant, to: instant, gate: z.optional(gate) }

export const visitorContract = {
  create: write(
    z.strictObject({
      houseId: id,
      name: text(20),
      phone: z.optional(phone),
      plate: z.optional(plate),
      party,
      kind: z.enum(kinds),
      from: instant,
      to: instant,
      uses: z.optional(whole(1, 100)),
      weekdays: z.optional(weekdays),
      gates: z.optional(z.array(gate).check(z.maxLength(8))),
      note: z.optional(text(100)),
    }),
    pass,
  ),
  /**
   * `mine`: passes that the caller issued; `starred`: the favourites among them; `asked`: walk-ins for the
   * caller's houses; `house`: everybody's live passes of the house `houseId`, for its owner and the butler.
   */
  list: read(
    z.strictObject({
      scope: z.optional(z.enum(['mine', 'starred', 'asked', 'house'])),
      houseId: z.optional(id),
      cursor,
      limit,
    }),
    page(pass),
  ),
  get: read(one, pass),
  revoke: write(one, pass),
  star: write(z.strictObject({ id, starred: z.boolean() }), pass),
  open: write(
    z.strictObject({ token: z.string().check(z.regex(/^[0-9A-Za-z]{16,40}$/)), key: z.optional(publicKey) }),
    held,
  ),
  scan: write(
    z.strictObject({
      payload: z.optional(payload),
      shortCode: z.optional(digits),
      plate: z.optional(plate),
      gate,
      record: z.optional(recordId),
    }),
    verdict,
  ),
  leave: write(z.strictObject({ entryId: id, gate }), entry),
  inside: read(z.strictObject({ cursor, limit }), page(entry)),
  log: read(z.strictObject({ ...period, cursor, limit }), page(entry)),
  exportLog: write(z.strictObject(period), z.object({ fileID: z.string(), address: z.string() })),
  /** Admissions without a network that broke a rule, such as one pass used at two gates. */
  conflicts: read(z.strictObject({ cursor, limit }), page(entry)),
  walkIn: write(z.strictObject({ houseId: id, name: text(20), party, gate }), pass),
  decideWalkIn: write(z.strictObject({ id, allow: z.boolean() }), pass),
  block: write(z.strictObject({ ...subject, reason: text(100), until: z.optional(instant) }), page(block)),
  unblock: write(one, page(block)),
  blocked: read(z.strictObject({ cursor, limit }), page(block)),
  /** A thousand passes at a time, or `limit`; each as it is when its page is read. */
  gateKit: read(z.strictObject({ cursor, limit: z.optional(whole(1, kitPortion)) }), kit),
  sync: write(
    z.strictObject({ records: z.array(record).check(z.minLength(1), z.maxLength(50)) }),
    z.object({ items: z.array(synced) }),
  ),
}
