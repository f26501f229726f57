import { hasPost, livesIn, type Caller } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import type { BlockView, EntryView, Guest, PassState, PassView } from './contract'
import { forever, insideVisit, termsOf, type LogEntry, type Pass, type Visit } from './pass'
import type { Block } from './block'
import { deskMinutes, type Gate } from './settings'
import { stayUntil } from './terms'

/** What the pass is at this moment; time passes without a write. */
export function stateOf(pass: Pass, now: Date): PassState {
  const at = now.toISOString()
  if (pass.status === 'asked') return at > (pass.lapsesAt ?? '') ? 'lapsed' : 'asked'
  if (pass.status !== 'active') return pass.status
  if (insideVisit(pass)) return 'inside'
  if (pass.blockedUntil !== null && pass.blockedUntil > at) return 'blocked'
  if (pass.uses !== null && pass.used >= pass.uses) return 'used'
  return at > pass.to ? 'expired' : at < pass.from ? 'upcoming' : 'active'
}

/** Whether the pass can still let its guest in, now or later. */
export function mayCome(pass: Pass, now: Date): boolean {
  const state = stateOf(pass, now)
  return (
    state === 'upcoming' ||
    state === 'active' ||
    (state === 'inside' && (pass.uses === null || pass.used < pass.uses) && pass.to > now.toISOString())
  )
}

const isHost = (pass: Pass, caller: Caller): boolean =>
  pass.hostId === caller.openid && pass.estateId === caller.estateId
/** The host, and for somebody at the gate the whole household. */
export const maySeePass = (pass: Pass, caller: Caller): boolean =>
  isHost(pass, caller) || (pass.kind === 'walkIn' && livesIn(caller, pass.houseId))

/** The household within its minute; after that the desk, for as long as somebody may still be standing there. */
function mayDecide(pass: Pass, state: PassState, caller: Caller, now: Date): boolean {
  if (state === 'asked') return livesIn(caller, pass.houseId)
  return (
    state === 'lapsed' &&
    hasPost(caller, 'butler') &&
    now.getTime() - Date.parse(pass.lapsesAt ?? '') <= deskMinutes * 60_000
  )
}

/** The pass as the host sees it, or the guard who asks for a walk-in. */
export function viewPass(pass: Pass, caller: Caller, gates: readonly Gate[], now: Date): PassView {
  const state = stateOf(pass, now)
  const own = isHost(pass, caller)
  const open = state === 'upcoming' || state === 'active'
  return {
    id: pass._id,
    kind: pass.kind,
    state,
    houseId: pass.houseId,
    house: pass.house,
    name: pass.name,
    phone: pass.phone === null ? null : own ? pass.phone : maskPhone(pass.phone),
    plate: pass.plate,
    party: pass.party,
    note: pass.note,
    from: pass.from,
    to: pass.to,
    uses: pass.uses,
    used: pass.used,
    weekdays: pass.weekdays,
    hours: pass.hours,
    gates: pass.gates.flatMap(position => gates[position]?.id ?? []),
    shareToken: own ? pass.shareToken : '',
    shortCode: own && open ? pass.shortCode : '',
    opened: pass.holder !== null,
    starred: pass.starred,
    visits: pass.visits.map(({ at, gate, leftAt, offline }) => ({ at, gate, leftAt, offline })),
    createdAt: pass.createdAt,
    lapsesAt: pass.lapsesAt,
    askedAt: pass.askedBy?.gate ?? null,
    actions: [
      ...(own && pass.kind !== 'walkIn' && (mayCome(pass, now) || state === 'blocked')
        ? ['revoke' as const]
        : []),
      ...(own && open && pass.kind !== 'walkIn' ? ['share' as const] : []),
      ...(mayDecide(pass, state, caller, now) ? ['decide' as const] : []),
    ],
  }
}

export const viewGuest = (pass: Pass, now: number, offset: number): Guest => ({
  id: pass._id,
  name: pass.name,
  house: pass.house,
  party: pass.party,
  plate: pass.plate,
  kind: pass.kind,
  until: new Date(stayUntil(termsOf(pass), now, offset)).toISOString(),
  used: pass.used,
  uses: pass.uses,
  note: pass.note,
})

/** A visit as a line of the log. */
export const toLogEntry = (pass: Pass, visit: Visit): LogEntry => ({
  _id: visit.id,
  estateId: pass.estateId,
  at: visit.at,
  key: `${visit.at}~${visit.id.slice(-12)}`,
  passId: pass._id,
  houseId: pass.houseId,
  house: pass.house,
  name: pass.name,
  plate: pass.plate,
  party: pass.party,
  gate: visit.gate,
  by: visit.by,
  how: visit.how,
  offline: visit.offline,
  admitted: true,
  reason: visit.conflict,
  conflict: visit.conflict !== null,
  until: visit.until,
  leftAt: visit.leftAt,
  leftGate: visit.leftGate,
  overstayed: visit.overstayed,
})

export const viewEntry = (entry: LogEntry, now: Date): EntryView => ({
  id: entry._id,
  at: entry.at,
  gate: entry.gate,
  admitted: entry.admitted,
  reason: entry.reason,
  how: entry.how,
  offline: entry.offline,
  name: entry.name,
  house: entry.house,
  party: entry.party,
  plate: entry.plate,
  until: entry.until,
  leftAt: entry.leftAt,
  leftGate: entry.leftGate,
  overstayed:
    entry.overstayed ||
    (entry.admitted && entry.leftAt === null && entry.until !== null && entry.until < now.toISOString()),
})

export const viewBlock = (block: Block): BlockView => ({
  id: block._id,
  phone: block.phone === null ? null : maskPhone(block.phone),
  plate: block.plate,
  reason: block.reason,
  until: block.until === forever ? null : block.until,
  at: block.at,
  seen: block.seen,
  seenAt: block.seenAt,
})
