import * as z from 'zod/mini'
import { empty, id, write } from '../kernel/wire'

/** The collections whose records can carry messages. */
export const outboxCollections = [
  'orders',
  'bindings',
  'visitor_passes',
  'complaints',
  'vehicles',
  'consult_messages',
  'notices',
  'events',
  'surveys',
] as const
export type OutboxCollection = (typeof outboxCollections)[number]

/** Called by the timer alone; the reply counts what each duty did. */
export const clockContract = {
  tick: write(empty, z.record(z.string(), z.int())),
}

/** Called by functions alone: what people are told in the background. */
export const courierContract = {
  /** Carries the messages that ride on a record. */
  deliver: write(
    z.strictObject({ carrier: z.enum(outboxCollections), id }),
    z.object({ delivered: z.int() }),
  ),
  /** Goes on with telling many people; see cloudfunctions/_kit/push-work.ts. */
  push: write(z.strictObject({ id }), empty),
}
