import * as z from 'zod/mini'
import { isPlate, tidyPlate } from './plate'

/** The building blocks of every action's schema. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{3,64}$/))
export const openid = z.string().check(z.regex(/^[A-Za-z0-9_-]{3,64}$/))
/** The `next` of the page before: a time and an id, or the code of a house. */
export const cursor = z.optional(
  z.string().check(z.maxLength(160), z.regex(/^[A-Za-z0-9:.~_\u4e00-\u9fa5-]+$/)),
)
export const limit = z.optional(z.int().check(z.minimum(1), z.maximum(50)))
// eslint-disable-next-line no-control-regex -- the characters that it refuses are control characters
const printable = /^[^\u0000-\u0009\u000b-\u001f\u007f]*$/
/**
 * A visible character: not a space, not a format character (Unicode's Cf), and none of the few letters drawn
 * as nothing.
 */
const visible = /[^\s\p{Cf}\u034f\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f]/u
/**
 * Free text of a user, trimmed, `least` to `most` characters. Control characters other than line breaks are
 * refused; text without a visible character counts as empty.
 */
export const text = (most: number, least = 1) =>
  z.string().check(
    z.trim(),
    z.overwrite(value => (visible.test(value) ? value : '')),
    z.minLength(least),
    z.maxLength(most),
    z.regex(printable),
  )
/**
 * ISO 8601 UTC, like every time on the wire. Taken with or without a fraction of the second; inside it has
 * one form, with milliseconds, so that instants compare as texts.
 */
export const instant = z.pipe(
  z.iso.datetime(),
  z.transform((value: string) => new Date(value).toISOString()),
)
/** A number plate in any way of typing it. */
export const plate = z.pipe(z.pipe(text(12), z.transform(tidyPlate)), z.string().check(z.refine(isPlate)))
/**
 * A file that a user uploaded. The record that holds a file decides who may see it. Only uploads can be put
 * on a record: otherwise a user could put a file that a function made for another user on a record of their
 * own, and read it.
 */
export const fileID = z
  .string()
  .check(z.maxLength(300), z.regex(/^cloud:\/\/[\w.-]+\/uploads\/\w{8,64}(\.\w{1,8})?$/))
/** A whole number from 1 that may be left out, such as a setting. */
export const whole = (most: number) => z.optional(z.int().check(z.minimum(1), z.maximum(most)))
export const empty = z.strictObject({})

/** A page of a keyset-paged list: the caller passes `next` back as `cursor`. */
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
