import type { GateRecord, Reason } from '@domain/visitor/contract'
import { readPayload } from '@domain/visitor/code'
import { checkOffline } from '@domain/visitor/offline'
import { passIdOf } from '@domain/visitor/pass'
import { CallFailed } from '@/cloud/client'
import { currentLang } from '@/i18n/lang'
import type { Failure } from '@domain/kernel/failure'
import type { ScanVerdict } from '@domain/visitor/contract'
import { askAtGate } from './ask-at-gate'
import { verify } from './ed25519'
import { gateMemory, gateNow, remember } from './gate-store'
import { newRecordId } from './random'
import { useTexts, type VisitorText } from '../texts'

type Happened = { at: string; gate: string | null } | null
export type Known = { payload: string } | { shortCode: string } | { plate: string }
/** The answer that fills the guard's screen. */
export interface GateAnswer {
  admit: boolean
  reason: Reason | null
  entryId: string | null
  name: string | null
  house: string | null
  party: number | null
  plate: string | null
  until: string | null
  next: string | null
  /** When it stopped admitting, and for a used one at which gate. */
  happened: Happened
  note: string | null
  /** Checked without a network. */
  offline: boolean
}

/**
 * Checks with the server, or with what this phone holds when the server cannot be reached.
 * @throws CallFailed when the server refuses, and for six digits without a network
 */
export async function checkAtGate(known: Known, gate: string): Promise<GateAnswer> {
  const record = await newRecordId()
  const verdict = await askAtGate('visitor', 'scan', { ...known, gate, record }, record)
  if (verdict) return noted(known, asAnswer(verdict))
  if ('shortCode' in known) throw new CallFailed(failed('offlineDigits'), true)
  return checkOnPhone(known, gate, record)
}

const failed = (text: VisitorText): Failure => ({
  code: 'UNAVAILABLE',
  message: useTexts.in(currentLang())(text),
})

const aboutPass = (pass: ScanVerdict['pass']) => ({
  name: pass?.name ?? null,
  house: pass?.house ?? null,
  party: pass?.party ?? null,
  plate: pass?.plate ?? null,
  until: pass?.until ?? null,
  note: pass?.note ?? null,
})

const asAnswer = ({ admit, reason, entryId, pass, next, happened }: ScanVerdict): GateAnswer => ({
  ...aboutPass(pass),
  admit,
  reason: reason ?? null,
  entryId: entryId ?? null,
  next: next ?? null,
  happened: happened ?? null,
  offline: false,
})

/**
 * Also counts an admission by the server on this phone until the next kit, because the network may fail
 * before the kit is updated.
 */
function noted(known: Known, answer: GateAnswer): GateAnswer {
  if (answer.admit && answer.entryId) {
    const slot = 'payload' in known ? (readPayload(known.payload)?.slot ?? 0) : 0
    remember({ own: [...gateMemory().get().own, { passId: passIdOf(answer.entryId), slot }] })
  }
  return answer
}

function checkOnPhone(known: { payload: string } | { plate: string }, gate: string, id: string): GateAnswer {
  const { kit, own, records } = gateMemory().get()
  if (kit === null) throw new CallFailed(failed('offlineNoKit'), true)
  const now = gateNow()
  const found = checkOffline({ ...known, gate, now }, kit, own, verify)
  const record: GateRecord = {
    id,
    at: new Date(now).toISOString(),
    gate,
    ...known,
    ...(found.admit ? {} : { refused: found.reason ?? 'UNKNOWN' }),
  }
  remember({
    records: [...records, record],
    ...(found.admit ? { own: [...own, { passId: found.passId ?? '', slot: found.slot }] } : {}),
  })
  return {
    admit: found.admit,
    reason: found.reason ?? null,
    entryId: found.admit ? `${found.passId ?? ''}-${id}` : null,
    name: null,
    house: null,
    party: found.party ?? null,
    plate: found.plate ?? null,
    until: found.until ?? null,
    next: found.next ?? null,
    happened: null,
    note: null,
    offline: true,
  }
}
