import * as z from 'zod/mini'
import { highestLimit } from '../../kernel/limits'
import { whole } from '../../kernel/wire'
import { settingsWire, type ServiceName } from '../../services'
import { estateName, localTime } from './fields'

/** Whether the runtime knows the time zone. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const period = z.strictObject({
  from: localTime,
  to: z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)),
})

type SettingsWire = typeof settingsWire
/** A service with settings that a manager can change. */
export type EditedService = {
  [S in ServiceName]: SettingsWire[S] extends null ? never : S
}[ServiceName]
type Schema<S extends ServiceName, Side extends string> =
  SettingsWire[S] extends Record<Side, infer Given> ? Given : never

/** One side of the schemas, by service. `Object.fromEntries` forgets which key has which schema. */
const schemasOf = <Side extends 'input' | 'view'>(side: Side) =>
  Object.fromEntries(
    Object.entries(settingsWire).flatMap(([service, wire]) => (wire === null ? [] : [[service, wire[side]]])),
  ) as unknown as { [S in EditedService]: Schema<S, Side> }
const views = schemasOf('view')
export const editedServices = Object.keys(views) as EditedService[]

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
  ...schemasOf('input'),
  /** Most of each per person. */
  limits: z.optional(
    z.strictObject({
      repairsPerHour: whole(highestLimit),
      complaintsPerHour: whole(highestLimit),
      messagesPerHour: whole(highestLimit),
      passesPerDay: whole(highestLimit),
      signUpsPerEvent: whole(highestLimit),
      uploadsPerHour: whole(highestLimit),
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
  ...views,
  limits: z.object({
    repairsPerHour: z.int(),
    complaintsPerHour: z.int(),
    messagesPerHour: z.int(),
    passesPerDay: z.int(),
    signUpsPerEvent: z.int(),
    uploadsPerHour: z.int(),
  }),
})
export type EstateSettings = z.infer<typeof settings>
