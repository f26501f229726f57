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
}
