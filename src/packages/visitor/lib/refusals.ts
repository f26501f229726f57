import type { Reason } from '@domain/visitor/contract'
import type { VisitorText } from '../texts'

/** When it happened that a pass does not admit any more. */
export const happenedTexts = {
  USED: 'usedAt',
  REVOKED: 'revokedAt',
  EXPIRED: 'expiredAt',
} as const satisfies Partial<Record<Reason, VisitorText>>

/** What the guard does next about a guest who is not let in; null: the answer says it. */
export const nextSteps = {
  USED: 'doUsed',
  EXPIRED: 'doEnded',
  REVOKED: 'doEnded',
  BLOCKED: 'doBlocked',
  FORGED: 'doBlocked',
  UNKNOWN: 'doUnknown',
  UNPROVEN: 'doUnproven',
  NOT_YET: null,
  WRONG_DAY: null,
  WRONG_ESTATE: null,
  WRONG_GATE: null,
  STALE_CODE: null,
  BAD_TIME: null,
  NO_GATE: null,
} as const satisfies Record<Reason, VisitorText | null>
