import * as z from 'zod/mini'
import { posts, relations } from '../kernel/people'
import { mobile } from '../kernel/phone'
import { langs } from '../kernel/words'
import { cursor, empty, fileID, id, instant, limit, openid, page, read, text, write } from '../kernel/wire'

export const bindingStatuses = ['pending', 'active', 'refused', 'ended'] as const
export const approvers = ['owner', 'butler'] as const
export type BindingStatus = (typeof bindingStatuses)[number]
export type Approver = (typeof approvers)[number]

const phone = z.string().check(z.regex(mobile))
/** What the code of a house or a building carries: opaque, renewed at will. */
const scene = z.string().check(z.regex(/^[hb][0-9A-Za-z]{20,31}$/))
/** An hour and minute of the estate's day. */
const wall = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

const person = z.object({
  id: openid,
  name: z.string(),
  /** Masked. */
  phone: z.string(),
  lang: z.enum(langs),
  largeText: z.boolean(),
})
const estateName = z.object({ 'zh-CN': z.string(), en: z.string() })
const houseOf = z.object({ id, code: z.string(), relation: z.enum(relations), until: z.nullable(instant) })

const session = z.object({
  person,
  estate: z.nullable(
    z.object({
      id,
      name: estateName,
      zone: z.string(),
      /** Minutes east of UTC now, for phones without time zone data. */
      utcOffset: z.int(),
      phone: z.string(),
    }),
  ),
  /** The estates in which the person has a house or a post; more than one: they can switch. */
  estates: z.array(z.object({ id, name: estateName })),
  roles: z.array(z.enum(posts)),
  houses: z.array(houseOf),
  pending: z.array(
    z.object({ id, code: z.string(), relation: z.enum(relations), needs: z.array(z.enum(approvers)) }),
  ),
  unread: z.int(),
  /** Purpose → WeChat's id of the message template to ask consent for. */
  templates: z.record(z.string(), z.string()),
  /** Template → messages that the person has still agreed to, as far as the ledger knows. */
  accepts: z.record(z.string(), z.int()),
  /** The version of the privacy guide that the person agreed to; null: not yet. */
  privacy: z.nullable(z.string()),
})
export type Session = z.infer<typeof session>

const binding = z.object({
  id,
  houseId: id,
  code: z.string(),
  /** Masked. */
  name: z.string(),
  phone: z.string(),
  /** WeChat vouches for the phone; false: it was typed. */
  phoneProven: z.boolean(),
  relation: z.enum(relations),
  /** A tenancy's end. */
  until: z.nullable(instant),
  status: z.enum(bindingStatuses),
  /** Whose yes is still missing. */
  needs: z.array(z.enum(approvers)),
  reason: z.nullable(z.string()),
  at: instant,
  /** What the reader may do now. */
  actions: z.array(z.enum(['approve', 'refuse', 'unbind'])),
})
export type BindingView = z.infer<typeof binding>

const house = z.object({
  id,
  code: z.string(),
  building: z.string(),
  unit: z.nullable(z.string()),
  room: z.string(),
  areaM2: z.nullable(z.number()),
  /** The registered owner, for butler and manager; the phone masked. */
  owner: z.nullable(z.object({ name: z.string(), phone: z.string() })),
})
export type House = z.infer<typeof house>

const languages = z.array(z.enum(['zh', 'en', 'ja', 'ko', 'other'])).check(z.maxLength(5))
const profile = z.strictObject({
  /** Whatever makes the service personal: allergies to scents, shoes off, where to leave parcels. */
  preferences: z.optional(text(500, 0)),
  pets: z.optional(text(100, 0)),
  elderly: z.optional(z.boolean()),
  children: z.optional(z.boolean()),
  languages: z.optional(languages),
  /** When no message should sound; the estate's wall time, over midnight too. */
  quiet: z.optional(z.nullable(z.strictObject({ from: wall, to: wall }))),
})
const household = z.object({
  houseId: id,
  preferences: z.string(),
  pets: z.string(),
  elderly: z.boolean(),
  children: z.boolean(),
  languages: z.array(z.string()),
  quiet: z.nullable(z.object({ from: z.string(), to: z.string() })),
  updatedAt: z.nullable(instant),
})
export type Household = z.infer<typeof household>

const staffMember = z.object({ openid, name: z.string(), roles: z.array(z.enum(posts)) })
const staffList = z.object({ items: z.array(staffMember) })
const faults = z.object({ row: z.int(), fields: z.record(z.string(), z.string()) })
const imported = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(faults),
})
export type Imported = z.infer<typeof imported>
const codePicture = z.object({ scene, fileID: z.string(), url: z.string() })

/** Whether a clock can be read in the zone. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const whole = (most: number) => z.optional(z.int().check(z.minimum(1), z.maximum(most)))
const period = z.strictObject({
  from: wall,
  to: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)),
})
const upTo = (most: number) => z.int().check(z.minimum(0), z.maximum(most))
export const settingsInput = z.strictObject({
  phone: z.optional(z.string().check(z.regex(/^[\d-]{5,20}$/))),
  hours: z.optional(
    z.strictObject({
      periods: z.array(period).check(z.minLength(1), z.maxLength(4)),
      days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
      holidays: z.array(z.iso.date()).check(z.maxLength(60)),
    }),
  ),
  /** An IANA time zone. */
  zone: z.optional(z.string().check(z.maxLength(40), z.refine(isZone))),
  account: z.optional(z.strictObject({ messageDays: whole(3_650), peoplePerHouse: whole(200) })),
  desk: z.optional(
    z.strictObject({
      greenCover: upTo(100),
      facilities: upTo(100_000),
      facilitiesInOrder: upTo(100_000),
      statementOn: z.union([z.literal(''), z.iso.date()]),
    }),
  ),
  /** Ten days are the statutory limit of an answer; docs/promises.md. */
  complaint: z.optional(
    z.strictObject({ acknowledgeHours: whole(240), answerDays: whole(10), callBackHours: whole(240) }),
  ),
  consult: z.optional(z.strictObject({ answerMinutes: whole(1_440) })),
  parking: z.optional(
    z.strictObject({
      carsPerHouse: whole(20),
      motorcyclesPerHouse: whole(20),
      bicyclesPerHouse: whole(20),
      remindDays: whole(60),
      graceDays: whole(60),
      temporaryDays: whole(366),
    }),
  ),
  visitor: z.optional(
    z.strictObject({
      keepDays: whole(3_650),
      livePerHouse: whole(200),
      overstayMinutes: whole(1_440),
      walkInHours: whole(72),
    }),
  ),
  repair: z.optional(
    z.strictObject({
      acceptWorkingMinutes: whole(6_000),
      urgentOnSiteMinutes: whole(1_440),
      finishDays: whole(60),
      verifyDays: whole(60),
    }),
  ),
})
const settings = z.object({
  name: estateName,
  zone: z.string(),
  phone: z.string(),
  hours: z.object({
    periods: z.array(z.object({ from: z.string(), to: z.string() })),
    days: z.array(z.int()),
    holidays: z.array(z.string()),
  }),
  account: z.object({ messageDays: z.int(), peoplePerHouse: z.int() }),
  desk: z.object({
    greenCover: z.int(),
    facilities: z.int(),
    facilitiesInOrder: z.int(),
    statementOn: z.string(),
  }),
  complaint: z.object({ acknowledgeHours: z.int(), answerDays: z.int(), callBackHours: z.int() }),
  consult: z.object({ answerMinutes: z.int() }),
  parking: z.object({
    carsPerHouse: z.int(),
    motorcyclesPerHouse: z.int(),
    bicyclesPerHouse: z.int(),
    remindDays: z.int(),
    graceDays: z.int(),
    temporaryDays: z.int(),
  }),
  visitor: z.object({
    keepDays: z.int(),
    livePerHouse: z.int(),
    overstayMinutes: z.int(),
    walkInHours: z.int(),
  }),
  repair: z.object({
    acceptWorkingMinutes: z.int(),
    urgentOnSiteMinutes: z.int(),
    finishDays: z.int(),
    verifyDays: z.int(),
  }),
})
export type EstateSettings = z.infer<typeof settings>

const one = z.strictObject({ id })

export const accountContract = {
  session: read(empty, session),
  updateProfile: write(
    z.strictObject({
      name: z.optional(text(20)),
      phone: z.optional(phone),
      lang: z.optional(z.enum(langs)),
      largeText: z.optional(z.boolean()),
    }),
    person,
  ),
  switchEstate: write(z.strictObject({ estateId: id }), z.object({ estateId: id })),
  agreePrivacy: write(
    z.strictObject({ version: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
    z.object({ version: z.string() }),
  ),

  /** What a scanned code stands for: the estate and its houses' codes, nothing else. */
  lookupCode: read(
    z.strictObject({ scene }),
    z.object({
      estate: estateName,
      building: z.nullable(z.string()),
      houses: z.array(z.object({ id, code: z.string() })),
    }),
  ),
  bind: write(
    z.strictObject({
      scene,
      /** Which house of the building, when the code is a building's. */
      houseId: z.optional(id),
      name: text(20),
      /** Typed; or `phoneCode`, from WeChat's own phone button. One of the two. */
      phone: z.optional(phone),
      phoneCode: z.optional(z.string().check(z.maxLength(128), z.regex(/^[\w-]+$/))),
      relation: z.enum(relations),
      until: z.optional(instant),
    }),
    z.object({ id, status: z.enum(bindingStatuses), houseId: id, needs: z.array(z.enum(approvers)) }),
  ),
  bindings: read(
    z.strictObject({
      mine: z.optional(z.boolean()),
      status: z.optional(z.enum(bindingStatuses)),
      houseId: z.optional(id),
      cursor,
      limit,
    }),
    page(binding),
  ),
  decideBinding: write(z.strictObject({ id, approve: z.boolean(), reason: z.optional(text(200)) }), binding),
  unbind: write(one, binding),
  /** The phone in full, for the butler who has to call; the reading is recorded. */
  bindingPhone: write(one, z.object({ name: z.string(), phone: z.string() })),

  houses: read(z.strictObject({ query: z.optional(text(40)), cursor, limit }), page(house)),
  importHouses: write(
    z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())).check(z.maxLength(10_000)) }),
    imported,
  ),
  importSheet: write(z.strictObject({ fileID }), imported),
  houseCode: write(z.strictObject({ houseId: id }), codePicture),
  renewCode: write(z.strictObject({ houseId: id }), codePicture),
  buildingCode: write(z.strictObject({ building: text(20) }), codePicture),

  household: read(z.strictObject({ houseId: id }), household),
  saveHousehold: write(z.extend(profile, { houseId: id }), household),

  staff: read(empty, staffList),
  grant: write(z.strictObject({ openid, role: z.enum(posts), name: z.optional(text(20)) }), staffList),
  revoke: write(z.strictObject({ openid, role: z.enum(posts) }), staffList),
  settings: read(empty, settings),
  updateSettings: write(settingsInput, settings),

  exportMine: read(
    empty,
    z.object({
      person: z.record(z.string(), z.unknown()),
      records: z.record(z.string(), z.array(z.unknown())),
    }),
  ),
  erase: write(z.strictObject({ confirm: z.literal(true) }), z.object({ erased: z.boolean() })),
}
