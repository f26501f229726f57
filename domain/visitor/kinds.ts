import { kinds } from './terms'

export const reasons = [
  'USED',
  'EXPIRED',
  'NOT_YET',
  'REVOKED',
  'WRONG_DAY',
  'WRONG_ESTATE',
  'WRONG_GATE',
  'BLOCKED',
  'FORGED',
  'STALE_CODE',
  'UNKNOWN',
  /** Of a phone without a network that does not know of all passes: this one may be revoked. */
  'UNPROVEN',
  /** Of a synced record: its time is in the future, or before the entry that it ends. */
  'BAD_TIME',
  /** Of a synced record: the estate has no such gate. */
  'NO_GATE',
] as const
/** The state of a pass; `asked`, `refused` and `lapsed` are those of a walk-in. */
export const passStates = [
  'upcoming',
  'active',
  'inside',
  'used',
  'expired',
  'revoked',
  'blocked',
  'asked',
  'refused',
  'lapsed',
] as const
export const ways = ['code', 'digits', 'plate', 'walkIn'] as const
export const passKinds = [...kinds, 'walkIn'] as const
export type Reason = (typeof reasons)[number]
export type PassState = (typeof passStates)[number]
export type Way = (typeof ways)[number]
export type PassKind = (typeof passKinds)[number]

/** As what a person revokes a pass; `rule`: nobody did, the right that it came from has ended. */
export const revokers = ['host', 'owner', 'butler', 'rule'] as const
export type Revoker = (typeof revokers)[number]

/** Passes on a page of the gate kit, about 400 bytes each: far below the 6 MB of an answer. */
export const kitPortion = 1000
