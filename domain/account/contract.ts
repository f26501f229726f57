import * as z from 'zod/mini'
import { posts, relations } from '../kernel/people'
import { cursor, empty, fileID, id, instant, limit, openid, page, read, text, write } from '../kernel/wire'
import { langs } from '../kernel/words'
import { approvers, bindingStatuses } from './kinds'
import { settings, settingsInput } from './contract/estate-settings'
import { estateName, phone, scene } from './contract/fields'
import { binding, codePicture, house, household, imported, profile } from './contract/house'
import { person, session } from './contract/session'

export * from './kinds'
export { editedServices, type EstateSettings } from './contract/estate-settings'
export type { BindingView, House, Household, Imported } from './contract/house'
export type { Session } from './contract/session'

const staffMember = z.object({ openid, name: z.string(), roles: z.array(z.enum(posts)) })
const staffList = z.object({ items: z.array(staffMember) })
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

  /** What a scanned code stands for: the estate and the numbers of its houses, nothing else. */
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
      /** Typed; or `phoneCode`, from WeChat's phone button. One of the two. */
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
  /** The phone in full, for the butler who has to call; each reading is audited. */
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
