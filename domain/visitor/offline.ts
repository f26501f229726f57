import { checkCode, type Verify } from './code'
import type { GateKit as KitPage, Reason } from './contract'
import { gatePosition } from './settings'
import { nextFrom, stayUntil, windowReason, type Terms } from './terms'

/** The gate kit as a phone keeps it, all pages together. */
export type GateKit = Omit<KitPage, 'next'> & {
  /** Holds every pass that the cloud had to tell of. Otherwise a pass that is not in it may be revoked. */
  isComplete: boolean
}

/** An admission by this phone since it fetched the gate kit. */
export interface OwnAdmission {
  passId: string
  slot: number
}
export interface OfflineQuestion {
  payload?: string
  plate?: string
  gate: string
  /** ms since 1970, by the server's clock. */
  now: number
}
export interface OfflineAnswer {
  admit: boolean
  reason?: Reason
  passId?: string
  slot: number
  party?: number
  plate?: string | null
  until?: string
  next?: string | null
}

type Row = GateKit['passes'][number]
interface Known {
  passId: string
  slot: number
  terms: Terms
  row: Row | undefined
}

/**
 * Checks a pass on a guard's phone without a network: the signature, the time window, what the kit knows
 * about revoked, blocked and used passes, and the phone's own admissions. Two phones without a network cannot
 * know about each other; their conflicts show when they sync.
 */
export function checkOffline(
  question: OfflineQuestion,
  kit: GateKit,
  own: readonly OwnAdmission[],
  verify: Verify,
): OfflineAnswer {
  const found =
    question.payload === undefined
      ? byPlate(question, kit, own)
      : byCode(question.payload, question.now, kit, verify)
  if (typeof found === 'string') return { admit: false, reason: found, slot: 0 }
  const { passId, slot, terms, row } = found
  const about = { passId, slot, party: terms.party, plate: row?.plate ?? null }
  const reason = refusalOf(found, question, kit, own)
  if (reason === null)
    return {
      ...about,
      admit: true,
      until: new Date(stayUntil(terms, question.now, kit.offset)).toISOString(),
    }
  const soon =
    reason === 'NOT_YET' || reason === 'WRONG_DAY' ? nextFrom(terms, question.now, kit.offset) : null
  return { ...about, admit: false, reason, next: soon === null ? null : new Date(soon).toISOString() }
}

function byCode(payload: string, now: number, kit: GateKit, verify: Verify): Known | Reason {
  const read = checkCode(payload, now, { estateTag: kit.estateTag, keys: kit.keys, verify })
  if (!read.ok) return read.reason
  const {
    certificate: { passId, terms, holder },
    slot,
  } = read.shown
  const row = kit.passes.find(({ id }) => id === passId)
  if (row === undefined && !kit.isComplete) return 'UNPROVEN'
  return row && row.holder !== null && row.holder !== holder ? 'STALE_CODE' : { passId, slot, terms, row }
}

function byPlate(question: OfflineQuestion, kit: GateKit, own: readonly OwnAdmission[]): Known | Reason {
  const rows = kit.passes.filter(({ plate }) => plate !== null && plate === question.plate)
  const known = rows.map((row): Known => ({
    passId: row.id,
    slot: 0,
    row,
    terms: {
      ...row.terms,
      from: Date.parse(row.terms.from),
      to: Date.parse(row.terms.to),
      uses: row.terms.uses ?? 0,
    },
  }))
  return (
    known.find(each => refusalOf(each, question, kit, own) === null) ??
    known[0] ??
    missingPlate(question.plate ?? '', kit)
  )
}

function missingPlate(plate: string, { blockedPlates, isComplete }: GateKit): Reason {
  if (blockedPlates.includes(plate)) return 'BLOCKED'
  return isComplete ? 'UNKNOWN' : 'UNPROVEN'
}

function refusalOf(
  { passId, slot, terms, row }: Known,
  { gate, now, payload }: OfflineQuestion,
  kit: GateKit,
  own: readonly OwnAdmission[],
): Reason | null {
  if (row?.state === 'revoked') return 'REVOKED'
  if (row?.state === 'blocked') return 'BLOCKED'
  const admissions = own.filter(each => each.passId === passId)
  if (terms.uses > 0 && (row?.used ?? 0) + admissions.length >= terms.uses) return 'USED'
  const window = windowReason(terms, now, kit.offset)
  if (window !== null) return window
  if (terms.gates.length > 0 && !terms.gates.includes(gatePosition(kit.gates, gate))) return 'WRONG_GATE'
  return payload !== undefined && slot <= lastSlot(row, admissions) ? 'STALE_CODE' : null
}

/** The newest slot with which the pass has admitted, as far as the kit and this phone know. */
const lastSlot = (row: Row | undefined, admissions: readonly OwnAdmission[]): number =>
  Math.max(row?.slot ?? 0, ...admissions.map(each => each.slot))
