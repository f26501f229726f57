import type { OutboxRecord } from '../notice/outbox'
import type { PassKind, Reason, Revoker, Way } from './kinds'
import type { Terms } from './terms'

/** A visit on a pass, from entry to exit. All instants ISO 8601 UTC. */
export interface Visit {
  /** The id of the pass, a dash, and the id of the request. */
  id: string
  at: string
  gate: string
  /** Openid of the guard. */
  by: string
  how: Way
  /** Admitted without a network, and synced later. */
  offline: boolean
  /** The rule that the admission broke, as found when it was synced. */
  conflict: Reason | null
  /** When the guest has to have left. */
  until: string
  leftAt: string | null
  leftGate: string | null
  overstayed: boolean
}

/** A visitor's pass, or a walk-in, as the database keeps it. */
export interface Pass extends OutboxRecord {
  /** Its end, from which retention counts. */
  at: string
  /** Sort key: time of creation, and id. */
  key: string
  kind: PassKind
  status: 'active' | 'revoked' | 'asked' | 'refused' | 'lapsed'
  /** Can still admit its guest (keys.ts, `isLive`). */
  live: boolean
  revokedAt: string | null
  /** Who revoked it, and as what; null: nobody. */
  revokedBy: { openid: string; as: Revoker } | null
  houseId: string
  house: string
  /** Openid of the host who issued it, or who approved the walk-in; empty until then. */
  hostId: string
  name: string
  phone: string | null
  plate: string | null
  /** What the gate finds it by: the plate while it is live or its guest inside, then its end (keys.ts). */
  plateKey: string | null
  /** The same by the serial of the plate, for a search by three characters; null once it has ended. */
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
  /** Opaque; the content of the share card. */
  shareToken: string
  /** Six digits to be spoken; new after each admission. */
  shortCode: string
  /** Estate and digits while it is live, else its id: unique. */
  codeKey: string
  /** Estate and digits, of the digits that it has now and had lately; newest last. */
  spokenKeys: string[]
  /** The place that it takes of the house's quota while it is live, else its id: unique. */
  quotaKey: string
  /** Its place in the gate kit, by its end; null: the kit need not hold it. */
  kitKey: string | null
  holder: { openid: string; key: string; at: string } | null
  /** Openids of the guest who holds it, the guard who asked about the walk-in, and who revoked it. */
  otherIds: string[]
  /** The slot of the last code that admitted: an older one is a picture. */
  slot: number
  /** When the digits last admitted. */
  digitsAt: string | null
  visits: Visit[]
  /** Ids of visits that have changed since they were last copied to the log. */
  toLog: string[]
  /** When the guest inside has to have left, as a sort key; null: nobody is inside. */
  insideKey: string | null
  starred: boolean
  /** When the timer has to look next; null: never. */
  alarm: string | null
  /** The gate of a walk-in, and the guard who asked. */
  askedBy: { openid: string; gate: string } | null
  lapsesAt: string | null
  createdAt: string
}

/** A line of the gate log. */
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

/** Stands for "no end" in fields that sort. */
export const forever = '9999-12-31T00:00:00.000Z'

/** The terms as the code holds them; a walk-in has no code. */
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
