import * as z from 'zod/mini'

const upTo = (most: number) => z.int().check(z.minimum(0), z.maximum(most))

/** What a manager enters: percent, numbers, a day. */
export const deskSettingsWire = {
  input: z.optional(
    z.strictObject({
      greenCover: upTo(100),
      facilities: upTo(100_000),
      facilitiesInOrder: upTo(100_000),
      statementOn: z.union([z.literal(''), z.iso.date()]),
    }),
  ),
  view: z.object({
    greenCover: z.int(),
    facilities: z.int(),
    facilitiesInOrder: z.int(),
    statementOn: z.string(),
  }),
}
