import { hasPost, livesIn, type Caller } from '../kernel/people'
import { maskPhone } from '../kernel/phone'
import type { BlockView, EntryView, Guest, PassState, PassView } from './contract'
import { isLive } from './keys'
import { forever, termsOf, type LogEntry, type Pass, type Visit } from './pass'
import type { Block } from './block'
import type { Revoker } from './kinds'
import { deskMinutes, type Gate } from './settings'
import { isOpenState, stateOf } from './states'
import { stayUntil } from './terms'

const isHost = (pass: Pass, caller: Caller): boolean =>
  pass.hostId === caller.openid && pass.estateId === caller.estateId
/** Whether the caller looks after all passes of the house: as its owner, or as the butler of its estate. */
export const maySeeHouse = (houseId: string, caller: Caller): boolean =>
  ownsHouse(houseId, caller) || hasPost(caller, 'butler')
const ownsHouse = (houseId: string, caller: Caller): boolean =>
  caller.houses.some(house => house.houseId === houseId && house.relation === 'owner')

/** Whether the caller may see the pass: its host, who looks after the house, and for a walk-in its people. */
export const maySeePass = (pass: Pass, caller: Caller): boolean =>
  isHost(pass, caller) ||
  (pass.estateId === caller.estateId &&
    (maySeeHouse(pass.houseId, caller) || (pass.kind === 'walkIn' && livesIn(caller, pass.houseId))))

/** As what the caller may revoke the pass; null: they may not. */
export function mayRevokeAs(pass: Pass, caller: Caller): Revoker | null {
  if (pass.kind === 'walkIn' || pass.estateId !== caller.estateId) return null
  if (pass.hostId === caller.openid) return 'host'
  if (ownsHouse(pass.houseId, caller)) return 'owner'
  return hasPost(caller, 'butler') ? 'butler' : null
}

/**
 * Whether the caller may decide on a walk-in: the household in its minute, after that the desk, while the
 * visitor may still be waiting.
 */
function mayDecide(pass: Pass, state: PassState, caller: Caller, now: Date): boolean {
  if (state === 'asked') return livesIn(caller, pass.houseId)
  return (
    state === 'lapsed' &&
    hasPost(caller, 'butler') &&
    now.getTime() - Date.parse(pass.lapsesAt ?? '') <= deskMinutes * 60_000
  )
}

function actionsFor(pass: Pass, state: PassState, caller: Caller, now: Date): PassView['actions'] {
  const ownPass = isHost(pass, caller) && pass.kind !== 'walkIn'
  return [
    ...(mayRevokeAs(pass, caller) && isLive(pass, now) ? ['revoke' as const] : []),
    ...(ownPass && isOpenState(state) ? ['share' as const] : []),
    ...(mayDecide(pass, state, caller, now) ? ['decide' as const] : []),
  ]
}

/** What a view of a pass depends on besides the pass. */
export interface Viewing {
  caller: Caller
  gates: readonly Gate[]
  now: Date
  /** Whether its guest is blocked (block.ts). */
  isBlocked: boolean
}

/**
 * The pass as its host sees it, or the guard who asks about a walk-in. Only the host sees the guest's phone
 * number, the card and the digits.
 */
export function viewPass(pass: Pass, { caller, gates, now, isBlocked }: Viewing): PassView {
  const state = stateOf(pass, now, isBlocked)
  const own = isHost(pass, caller)
  const open = isOpenState(state)
  return {
    id: pass._id,
    kind: pass.kind,
    state,
    houseId: pass.houseId,
    house: pass.house,
    name: pass.name,
    phone: own ? pass.phone : null,
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
    revoked: pass.revokedBy && { at: pass.revokedAt ?? pass.to, by: pass.revokedBy.as },
    lapsesAt: pass.lapsesAt,
    askedAt: pass.askedBy?.gate ?? null,
    actions: actionsFor(pass, state, caller, now),
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
