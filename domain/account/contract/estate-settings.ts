import * as z from 'zod/mini'
import { estateName, localTime } from './fields'

/** Whether the runtime knows the time zone. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const whole = (most: number) => z.optional(z.int().check(z.minimum(1), z.maximum(most)))
const period = z.strictObject({
  from: localTime,
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
  /** Ten days is the statutory limit for an answer; docs/promises.md. */
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
export const settings = z.object({
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
