import type { OutboxRecord } from '../notice/outbox'
import type { PassKind, Reason, Way } from './contract'
import type { Terms } from './terms'

/** One coming and going on a pass. All instants ISO 8601 UTC. */
export interface Visit {
  /** The id of the pass and, behind a dash, of the request. */
  id: string
  at: string
  gate: string
  /** Openid of the guard. */
  by: string
  how: Way
  /** Admitted without a network, told later. */
  offline: boolean
  /** Why it should not have been, found when it was told. */
  conflict: Reason | null
  /** When the guest has to be out again. */
  until: string
  leftAt: string | null
  leftGate: string | null
  overstayed: boolean
}

/** A visitor's pass, or a walk-in, as the database keeps it. */
export interface Pass extends OutboxRecord {
  /** Its end: what retention counts from. */
  at: string
  /** Sort key: when it was made, and id. */
  key: string
  kind: PassKind
  status: 'active' | 'revoked' | 'asked' | 'refused' | 'lapsed'
  /** Can still admit somebody or has somebody inside; falls when the timer sees its end. */
  live: boolean
  revokedAt: string | null
  houseId: string
  house: string
  /** Openid of whoever issued it, or said yes to the walk-in; empty until then. */
  hostId: string
  name: string
  phone: string | null
  plate: string | null
  /** The plate while the pass lives: what a gate looks for. */
  plateKey: string | null
  /** Its serial, for whoever types three characters at the gate. */
  plateSerial: string | null
  party: number
  note: string | null
  from: string
  to: string
  /** Null: no limit. */
  uses: number | null
  used: number
  weekdays: number[]
  hours: Terms['hours']
  gates: number[]
  /** Opaque; what the share card carries. */
  shareToken: string
  /** Six digits to be spoken; new after each admission. */
  shortCode: string
  /** Estate and digits while it lives, else its id: unique. */
  codeKey: string
  holder: { openid: string; key: string; at: string } | null
  /** The slot of the last code that admitted: an older one is a picture. */
  slot: number
  /** When the digits last admitted. */
  digitsAt: string | null
  visits: Visit[]
  /** Ids of visits that the log has not got yet in their present form. */
  toLog: string[]
  /** Since when somebody is inside, as a sort key; null: nobody. */
  insideKey: string | null
  /** A visit that was told later broke a rule: for the butler's list, as a sort key. */
  conflictKey: string | null
  /** Blocked until; far away for no end. */
  blockedUntil: string | null
  starred: boolean
  /** What the timer has to look at next; null: nothing. */
  alarm: string | null
  /** Where a walk-in stands, and which guard asked. */
  askedBy: { openid: string; gate: string } | null
  lapsesAt: string | null
  createdAt: string
}

/** A line of the log. */
export interface LogEntry {
  _id: string
  estateId: string
  at: string
  key: string
  passId: string | null
  houseId: string | null
  house: string
  name: string
  plate: string | null
  party: number
  gate: string
  by: string
  how: Way
  offline: boolean
  admitted: boolean
  reason: Reason | null
  /** In the butler's list of conflicts. */
  conflict: boolean
  until: string | null
  leftAt: string | null
  leftGate: string | null
  overstayed: boolean
}

export const forever = '9999-12-31T00:00:00.000Z'

/** The terms as the code carries them; a walk-in has none of its own and is never shown as a code. */
export const termsOf = (pass: Pass): Terms => ({
  kind: pass.kind === 'walkIn' ? 'once' : pass.kind,
  from: Date.parse(pass.from),
  to: Date.parse(pass.to),
  uses: pass.uses ?? 0,
  party: pass.party,
  weekdays: pass.weekdays,
  hours: pass.hours,
  gates: pass.gates,
})

export const insideVisit = (pass: Pass): Visit | undefined => pass.visits.find(visit => visit.leftAt === null)
/** The pass that an entry belongs to. */
export const passIdOf = (entryId: string): string => entryId.slice(0, 32)
