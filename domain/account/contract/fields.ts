import * as z from 'zod/mini'
import { mobile } from '../../kernel/phone'

/** Fields that several actions of the service share. */
export const phone = z.string().check(z.regex(mobile))
/** The content of a house's or a building's code: opaque, and replaced when the code is renewed. */
export const scene = z.string().check(z.regex(/^[hb][0-9A-Za-z]{20,31}$/))
/** A local time of the estate, `HH:mm`. */
export const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

export const estateName = z.object({ 'zh-CN': z.string(), en: z.string() })
