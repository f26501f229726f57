/** Somebody who is not let in, by phone or by plate. `_id` stands for estate and subject: blocking again replaces. */
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
  /** ISO 8601 UTC; far away for no end. */
  until: string
  /** Times that the plate was read at a gate since. */
  seen: number
  seenAt: string | null
}
