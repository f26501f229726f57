import * as z from 'zod/mini'
import { relations } from '../../kernel/people'
import { id, instant, text } from '../../kernel/wire'
import { approvers, bindingStatuses } from '../kinds'
import { scene, localTime } from './fields'

export const binding = z.object({
  id,
  houseId: id,
  code: z.string(),
  /** Masked. */
  name: z.string(),
  phone: z.string(),
  /** The phone comes from WeChat; false: it was typed. */
  phoneProven: z.boolean(),
  relation: z.enum(relations),
  /** The end of the tenancy. */
  until: z.nullable(instant),
  status: z.enum(bindingStatuses),
  /** The approvals that are still missing. */
  needs: z.array(z.enum(approvers)),
  reason: z.nullable(z.string()),
  at: instant,
  /** What the reader may do now. */
  actions: z.array(z.enum(['approve', 'refuse', 'unbind'])),
})
export type BindingView = z.infer<typeof binding>

export const house = z.object({
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
export const profile = z.strictObject({
  /** What staff should know: allergies to scents, shoes off, where to leave parcels. */
  preferences: z.optional(text(500, 0)),
  pets: z.optional(text(100, 0)),
  elderly: z.optional(z.boolean()),
  children: z.optional(z.boolean()),
  languages: z.optional(languages),
  /** Hours without notifications, in the estate's local time; they can span midnight. */
  quiet: z.optional(z.nullable(z.strictObject({ from: localTime, to: localTime }))),
})
export const household = z.object({
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

const faults = z.object({ row: z.int(), fields: z.record(z.string(), z.string()) })
export const imported = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(faults),
})
export type Imported = z.infer<typeof imported>
export const codePicture = z.object({ scene, fileID: z.string(), url: z.string() })
