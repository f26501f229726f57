import type { Pass } from './pass'

/**
 * A visitor who is not let in, by phone or by plate. `_id` stands for estate and subject: a new block
 * replaces the old one.
 */
export interface Block {
  _id: string
  estateId: string
  key: string
  at: string
  /** The phone or the plate: what a pass is looked up by. */
  subject: string
  phone: string | null
  plate: string | null
  reason: string
  /** Openid of the butler. */
  by: string
  /** ISO 8601 UTC; `forever` for no end. */
  until: string
  /** How often the plate has been read at a gate since. */
  seen: number
  seenAt: string | null
  /** The last scan that was counted: sent again, it counts once. */
  seenBy: string | null
}

/** Whether one of these blocks keeps the guest of the pass out at an instant (ISO 8601 UTC). */
export const isBlockedBy = (
  { estateId, phone, plate }: Pick<Pass, 'estateId' | 'phone' | 'plate'>,
  blocks: readonly Block[],
  at: string,
): boolean =>
  blocks.some(
    block =>
      block.estateId === estateId && block.until > at && (block.subject === phone || block.subject === plate),
  )

/** What a block of this guest would name. */
export const subjectsOf = (passes: readonly Pick<Pass, 'phone' | 'plate'>[]): string[] => [
  ...new Set(passes.flatMap(({ phone, plate }) => [phone, plate].filter(subject => subject !== null))),
]
