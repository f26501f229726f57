import * as z from 'zod/mini'
import { isPlate, tidyPlate } from './plate'

/** The pieces that every action's schema is made of. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{3,64}$/))
export const openid = z.string().check(z.regex(/^[A-Za-z0-9_-]{3,64}$/))
/** What a page answered as `next`: a time and an id, or the code of a house. */
export const cursor = z.optional(
  z.string().check(z.maxLength(160), z.regex(/^[A-Za-z0-9:.~_\u4e00-\u9fa5-]+$/)),
)
export const limit = z.optional(z.int().check(z.minimum(1), z.maximum(50)))
/** Free text of a person, trimmed; control characters other than line breaks are refused, and what nobody can see is no text. */
// eslint-disable-next-line no-control-regex
const printable = /^[^\u0000-\u0009\u000b-\u001f\u007f]*$/
/** Anything that leaves a mark: neither a space, nor a character that only steers how others are set (Unicode's Cf), nor one of the few letters drawn as nothing. */
const visible = /[^\s\p{Cf}\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f]/u
export const text = (most: number, least = 1) =>
  z.string().check(
    z.trim(),
    z.overwrite(said => (visible.test(said) ? said : '')),
    z.minLength(least),
    z.maxLength(most),
    z.regex(printable),
  )
/** ISO 8601 UTC, as every time on the wire. */
export const instant = z.iso.datetime()
/** A number plate, however it is typed. */
export const plate = z.pipe(z.pipe(text(12), z.transform(tidyPlate)), z.string().check(z.refine(isPlate)))
/**
 * A file that somebody uploaded. Who may see it is decided by the record that holds it; so that nobody has what a function made
 * for somebody else shown again by putting it on a record of their own, only uploads can be put on records.
 */
export const fileID = z
  .string()
  .check(z.maxLength(300), z.regex(/^cloud:\/\/[\w.-]+\/uploads\/\w{8,64}(\.\w{1,8})?$/))
export const empty = z.strictObject({})

/** A page of a keyset-paged list: pass `next` back as `cursor`. */
export const page = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) })

export interface ActionSpec<
  I extends z.core.$ZodType = z.core.$ZodType,
  O extends z.core.$ZodType = z.core.$ZodType,
> {
  kind: 'read' | 'write'
  input: I
  output: O
}

export const read = <I extends z.core.$ZodType, O extends z.core.$ZodType>(
  input: I,
  output: O,
): ActionSpec<I, O> => ({ kind: 'read', input, output })
export const write = <I extends z.core.$ZodType, O extends z.core.$ZodType>(
  input: I,
  output: O,
): ActionSpec<I, O> => ({ kind: 'write', input, output })
