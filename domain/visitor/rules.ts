import type { Reason, Revoker, Way } from './kinds'
import { endOf, isLive } from './keys'
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
  /** The digits that were said; undefined when there were none. */
  digits: string | undefined
  /** Whether the guest is blocked (block.ts). */
  isBlocked: boolean
}

/** Why the pass does not admit; null: it does. The most severe reason comes first. */
export function refusalReason(pass: Pass, arrival: Arrival): Reason | null {
  const { now, offset, gate, isBlocked } = arrival
  if (pass.status !== 'active') return 'REVOKED'
  if (isBlocked) return 'BLOCKED'
  if (pass.uses !== null && pass.used >= pass.uses) return 'USED'
  const terms = termsOf(pass)
  const window = windowReason(terms, now, offset)
  if (window !== null) return window
  if (terms.gates.length > 0 && !terms.gates.includes(gate)) return 'WRONG_GATE'
  return spentReason(pass, arrival)
}

/** A code or digits that have admitted admit no more; null: they have not. */
function spentReason(pass: Pass, { how, slot, digits }: Arrival): Reason | null {
  if (how === 'code' && slot <= pass.slot) return 'STALE_CODE'
  return digits !== undefined && digits !== pass.shortCode ? 'USED' : null
}

/** Days for which a pass that has ended still answers what happened, by its digits and its plate; ours. */
const answeredDays = 7
export const answeredSince = (now: Date): string =>
  new Date(now.getTime() - answeredDays * 86_400_000).toISOString()
/** Whether the pass is live, or ended so lately that the gate still says what happened. */
export const isAnswered = (pass: Pass, now: Date): boolean =>
  isLive(pass, now) || endOf(pass) >= answeredSince(now)

/** When it happened that the pass does not admit any more, and at which gate; null: nothing of that kind. */
export function whatHappened(pass: Pass, reason: Reason): { at: string; gate: string | null } | null {
  const last = pass.visits[pass.visits.length - 1]
  if (reason === 'USED') return last ? { at: last.at, gate: last.gate } : null
  if (reason === 'REVOKED') return { at: pass.revokedAt ?? pass.to, gate: null }
  return reason === 'EXPIRED' ? { at: pass.to, gate: null } : null
}

export type EndReason = 'USED' | 'EXPIRED' | 'REVOKED'
/** How a pass ended that is not live any more. */
export function endReason({ status, uses, used }: Pass): EndReason {
  if (status !== 'active') return 'REVOKED'
  return uses !== null && used >= uses ? 'USED' : 'EXPIRED'
}

/** The pass after it was revoked. A guest who is inside stays until they leave. */
export const afterRevocation = (pass: Pass, by: string, as: Revoker, now: Date): Pass => ({
  ...pass,
  status: 'revoked',
  revokedAt: now.toISOString(),
  revokedBy: { openid: by, as },
})

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
  return {
    ...pass,
    visits: kept,
    toLog,
    insideKey: inside ? `${inside.until}~${inside.id.slice(-12)}` : null,
  }
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
