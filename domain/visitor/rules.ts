import type { Reason, Way } from './contract'
import { insideVisit, termsOf, type Pass, type Visit } from './pass'
import { stayUntil, windowReason } from './terms'

/** A guest with a pass at a gate. */
export interface Arrival {
  /** ms since 1970. */
  now: number
  /** Minutes of the estate's zone east of UTC. */
  offset: number
  /** Position of the gate in the estate's list; -1: not in it. */
  gate: number
  how: Way
  /** The slot of the code; 0 when there is none. */
  slot: number
}

/** Why the pass does not admit; null: it does. The most severe reason comes first. */
export function refusalReason(pass: Pass, { now, offset, gate, slot, how }: Arrival): Reason | null {
  if (pass.status !== 'active') return 'REVOKED'
  if (pass.blockedUntil !== null && Date.parse(pass.blockedUntil) > now) return 'BLOCKED'
  if (pass.uses !== null && pass.used >= pass.uses) return 'USED'
  const terms = termsOf(pass)
  const window = windowReason(terms, now, offset)
  if (window !== null) return window
  if (terms.gates.length > 0 && !terms.gates.includes(gate)) return 'WRONG_GATE'
  return how === 'code' && slot <= pass.slot ? 'STALE_CODE' : null
}

/** Visits that a pass keeps for its host; the log keeps all of them. */
const visitsKept = 30

export type Admission = Pick<Visit, 'id' | 'gate' | 'by' | 'how' | 'offline' | 'conflict'> & {
  at: number
  offset: number
  slot: number
  shortCode: string
}

/** The pass after an admission. An open visit is ended: the guest cannot be inside twice. */
export function afterAdmission(
  pass: Pass,
  { id, gate, by, how, offline, conflict, at, offset, slot, shortCode }: Admission,
): Pass {
  const visit: Visit = {
    id,
    gate,
    by,
    how,
    offline,
    conflict,
    at: new Date(at).toISOString(),
    until: new Date(stayUntil(termsOf(pass), at, offset)).toISOString(),
    leftAt: null,
    leftGate: null,
    overstayed: false,
  }
  const visits = oneAtATime([...pass.visits, visit])
  const changed = visits.filter((now, n) => now !== pass.visits[n]).map(now => now.id)
  return withVisits(
    {
      ...pass,
      used: pass.used + 1,
      slot: Math.max(pass.slot, slot),
      shortCode,
      codeKey: `${pass.estateId}:${shortCode}`,
      digitsAt: how === 'digits' ? visit.at : pass.digitsAt,
    },
    visits,
    changed,
  )
}

/** Sorted by entry; a guest who enters again is taken to have left before. */
const oneAtATime = (visits: Visit[]): Visit[] =>
  visits
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((visit, n, all) =>
      visit.leftAt === null && n < all.length - 1 ? { ...visit, leftAt: all[n + 1]?.at ?? visit.at } : visit,
    )

/** The pass after its guest has left. */
export const afterLeaving = (pass: Pass, entryId: string, at: number, gate: string): Pass =>
  withVisits(
    pass,
    pass.visits.map(visit =>
      visit.id === entryId ? { ...visit, leftAt: new Date(at).toISOString(), leftGate: gate } : visit,
    ),
    [entryId],
  )

/** The pass after butler and host have been notified that its guest is still inside. */
export const afterOverstay = (pass: Pass): Pass => {
  const inside = insideVisit(pass)
  return withVisits(
    pass,
    pass.visits.map(visit => (visit === inside ? { ...visit, overstayed: true } : visit)),
    inside ? [inside.id] : [],
  )
}

function withVisits(pass: Pass, visits: Visit[], changed: readonly string[]): Pass {
  const toLog = [...new Set([...pass.toLog, ...changed])]
  const kept = visits.filter((visit, n) => n >= visits.length - visitsKept || toLog.includes(visit.id))
  const inside = kept.find(visit => visit.leftAt === null)
  return { ...pass, visits: kept, toLog, insideKey: inside ? `${inside.at}~${inside.id.slice(-12)}` : null }
}

/**
 * When the timer has to look at the pass: a walk-in lapses, a guest overstays, or the pass ends; null: never.
 */
export function alarmOf(pass: Pass, overstayMinutes: number): string | null {
  if (pass.status === 'asked') return pass.lapsesAt
  const inside = insideVisit(pass)
  if (inside && !inside.overstayed)
    return new Date(Date.parse(inside.until) + overstayMinutes * 60_000).toISOString()
  return pass.live && !inside ? pass.to : null
}
