import * as z from 'zod/mini'
import { whole } from '../kernel/wire'

/** What a manager can change; units are in the names. */
export const parkingSettingsWire = {
  input: z.optional(
    z.strictObject({
      carsPerHouse: whole(20),
      motorcyclesPerHouse: whole(20),
      bicyclesPerHouse: whole(20),
      remindDays: whole(60),
      graceDays: whole(60),
      temporaryDays: whole(366),
    }),
  ),
  view: z.object({
    carsPerHouse: z.int(),
    motorcyclesPerHouse: z.int(),
    bicyclesPerHouse: z.int(),
    remindDays: z.int(),
    graceDays: z.int(),
    temporaryDays: z.int(),
  }),
}
