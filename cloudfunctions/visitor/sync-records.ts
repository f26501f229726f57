import { utcOffset } from '@domain/kernel/estate-time'
import type { Caller } from '@domain/kernel/people'
import { isBlockedBy, subjectsOf, type Block } from '@domain/visitor/block'
import { checkCode, readPayload } from '@domain/visitor/code'
import type { GateRecord, Reason, Way } from '@domain/visitor/contract'
import { passIdOf, type LogEntry, type Pass } from '@domain/visitor/pass'
import { afterAdmission, afterLeaving, refusalReason } from '@domain/visitor/rules'
import { gatePosition } from '@domain/visitor/settings'
import { readEstate, type SetEstate } from '../_kit/estate'
import { commit } from '../_kit/outbox'
import { overtaken, retryOvertaken } from '../_kit/race'
import { answerOnce } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { blocksOf } from '../_services/visitor/blocks'
import { findPlate } from '../_services/visitor/find-plate'
import { reloadPass, gateLog, passes } from '../_services/visitor/records'
import { newDigits, toHost, nextPass } from '../_services/visitor/write'
import { trustOf } from './estate-keys'
import { entryWithoutVisit } from './log-entry'

interface Synced {
  id: string
  result: 'accepted' | 'conflict'
  reason: Reason | null
  entryId: string | null
}

/** The estate's passes by id, each in the version that this call last read or wrote. */
type Passes = Map<string, Pass>

/** One record from a guard's phone, and what applying it needs. */
interface Report {
  record: GateRecord
  /** When it happened, epoch milliseconds; never later than now. */
  at: number
  /** What is wrong with the record itself; null: nothing. */
  fault: Reason | null
  here: Passes
  blocked: readonly Block[]
  caller: Caller
  estate: SetEstate
  now: Date
}

/** How far the time of a record may be ahead, because a phone's clock may be; ours. */
const aheadMs = 2 * 60_000

/**
 * Applies what a guard's phone recorded offline. Nothing is lost: an admission that breaks a rule, a time in
 * the future or a gate that there is not are kept as a conflict. Idempotent: a record that is sent twice is
 * applied once.
 */
export const syncRecords = action('visitor', 'sync', {
  load: ({ records }) => readShown(records),
  run: ({ input: { records }, caller, loaded, now, request }) =>
    answerOnce(request, now, async () => {
      const estate = await readEstate(caller.estateId ?? '')
      const found = [
        ...loaded.filter(pass => pass.estateId === estate._id),
        ...(await readPlates(estate, records)),
      ]
      const here: Passes = new Map(found.map(pass => [pass._id, pass]))
      const blocked = await blocksOf(estate._id, subjectsOf(found), now)
      const items: Synced[] = []
      for (const record of [...records].sort((a, b) => a.at.localeCompare(b.at))) {
        const at = Math.min(Date.parse(record.at), now.getTime())
        const fault = faultOf(record, estate, now)
        items.push(await applyRecord({ record, at, fault, here, blocked, caller, estate, now }))
      }
      return { items }
    }),
})

function faultOf({ at, gate }: GateRecord, estate: SetEstate, now: Date): Reason | null {
  if (Date.parse(at) > now.getTime() + aheadMs) return 'BAD_TIME'
  return gatePosition(estate.settings.visitor.gates, gate) < 0 ? 'NO_GATE' : null
}

function passIdIn({ payload, leaves }: GateRecord): string | undefined {
  if (leaves !== undefined) return passIdOf(leaves)
  return payload === undefined ? undefined : readPayload(payload)?.certificate.passId
}

async function readShown(records: readonly GateRecord[]): Promise<Pass[]> {
  const ids = [...new Set(records.flatMap(record => passIdIn(record) ?? []))]
  return ids.length ? passes.byIds(ids) : []
}

/** The passes of the plates, among them those that have ended since the oldest record. */
async function readPlates({ _id }: SetEstate, records: readonly GateRecord[]): Promise<Pass[]> {
  const plates = [...new Set(records.flatMap(({ plate }) => plate ?? []))]
  const since = records.map(({ at }) => new Date(at).toISOString()).sort()[0] ?? ''
  const found: Pass[] = []
  for (const plate of plates) found.push(...(await findPlate(_id, plate, since)))
  return found
}

async function applyRecord(report: Report): Promise<Synced> {
  const { record, fault } = report
  const pass = findPass(report)
  if (record.refused !== undefined)
    return logWithoutVisit(
      pass,
      { admitted: false, reason: fault ?? record.refused, conflict: fault !== null },
      report,
    )
  if (record.leaves !== undefined) return leave(pass, record.leaves, report)
  return pass
    ? admit(pass, report)
    : logWithoutVisit(null, { admitted: true, reason: fault ?? 'UNKNOWN', conflict: true }, report)
}

function findPass(report: Report): Pass | null {
  const { record, here } = report
  const id = passIdIn(record)
  if (id !== undefined) return here.get(id) ?? null
  const withPlate = [...here.values()].filter(pass => pass.plate !== null && pass.plate === record.plate)
  const entered = withPlate.find(pass => pass.visits.some(visit => visit.id === entryIdOf(pass, record)))
  return entered ?? withPlate.find(pass => reasonAgainst(pass, 0, report) === null) ?? withPlate[0] ?? null
}

/** Why the pass should not have admitted at that time; a pass that was revoked later was still valid. */
function reasonAgainst(
  pass: Pass,
  slot: number,
  { record, at, fault, blocked, estate, now }: Report,
): Reason | null {
  const wasValid = pass.status === 'revoked' && pass.revokedAt !== null && at < Date.parse(pass.revokedAt)
  const reason = refusalReason(wasValid ? { ...pass, status: 'active' } : pass, {
    now: at,
    offset: utcOffset(new Date(at), estate.zone),
    gate: gatePosition(estate.settings.visitor.gates, record.gate),
    how: wayOf(record),
    slot,
    digits: undefined,
    isBlocked: isBlockedBy(pass, blocked, now.toISOString()),
  })
  return fault ?? reason
}

const wayOf = ({ payload }: GateRecord): Way => (payload ? 'code' : 'plate')

const entryIdOf = (pass: Pass, record: GateRecord): string => `${pass._id}-${record.id}`

async function admit(first: Pass, report: Report): Promise<Synced> {
  const { record, at, here, caller, estate, now } = report
  const code = record.payload === undefined ? null : checkCode(record.payload, at, trustOf(estate._id, now))
  const slot = code?.ok ? code.shown.slot : 0
  const after = await changePass(first, here, pass => {
    const id = entryIdOf(pass, record)
    if (pass.visits.some(visit => visit.id === id)) return null
    const conflict = code?.ok === false ? code.reason : reasonAgainst(pass, slot, report)
    const admittedPass = afterAdmission(pass, {
      id,
      gate: record.gate,
      by: caller.openid,
      how: wayOf(record),
      offline: true,
      conflict,
      at,
      offset: utcOffset(new Date(at), estate.zone),
      slot,
      shortCode: newDigits(),
    })
    const notify =
      conflict === null
        ? [{ kind: 'arrived' as const, to: toHost(pass) }]
        : [{ kind: 'conflict' as const, to: { post: 'butler' as const } }]
    return nextPass(admittedPass, { estate, by: caller.openid, now, mark: null, notify })
  })
  const visit = after.visits.find(({ id }) => id === entryIdOf(after, record))
  return {
    id: record.id,
    result: visit?.conflict ? 'conflict' : 'accepted',
    reason: visit?.conflict ?? null,
    entryId: visit?.id ?? null,
  }
}

async function leave(first: Pass | null, entryId: string, report: Report): Promise<Synced> {
  const { record, here, caller, estate, now, fault } = report
  const visitOf = (pass: Pass | null) => pass?.visits.find(({ id }) => id === entryId)
  const entered = visitOf(first)
  if (first === null || entered === undefined)
    return logWithoutVisit(first, { admitted: false, reason: fault ?? 'UNKNOWN', conflict: true }, report)
  // Nobody leaves before they came.
  const at = Math.max(report.at, Date.parse(entered.at))
  const why = fault ?? (at > report.at ? 'BAD_TIME' : null)
  await changePass(first, here, pass => {
    if (visitOf(pass)?.leftAt !== null) return null
    return nextPass(afterLeaving(pass, entryId, at, record.gate), {
      estate,
      by: caller.openid,
      now,
      mark: null,
      notify: [{ kind: 'left', to: toHost(pass) }],
    })
  })
  if (why !== null) await logWithoutVisit(first, { admitted: false, reason: why, conflict: true }, report)
  return { id: record.id, result: why === null ? 'accepted' : 'conflict', reason: why, entryId }
}

/** One conditional write, repeated on the current record after a lost race; null: nothing to change. */
const changePass = (first: Pass, here: Passes, change: (pass: Pass) => Pass | null): Promise<Pass> =>
  retryOvertaken<Pass, Pass>(here.get(first._id) ?? first, reloadPass, async pass => {
    const after = change(pass)
    if (after === null) return pass
    if (!(await commit(passes, pass, after))) return overtaken
    here.set(after._id, after)
    return after
  })

async function logWithoutVisit(
  pass: Pass | null,
  { admitted, reason, conflict }: Pick<LogEntry, 'admitted' | 'reason' | 'conflict'>,
  { record, at, caller, estate }: Report,
): Promise<Synced> {
  const happenedAt = new Date(at).toISOString()
  await gateLog.add(
    entryWithoutVisit(pass, {
      _id: `${estate._id.slice(0, 32)}-${record.id}`,
      estateId: estate._id,
      at: happenedAt,
      key: `${happenedAt}~${record.id.slice(-12)}`,
      plate: record.plate,
      gate: record.gate,
      by: caller.openid,
      how: wayOf(record),
      offline: true,
      admitted,
      reason,
      conflict,
    }),
  )
  return {
    id: record.id,
    result: conflict ? 'conflict' : 'accepted',
    reason: conflict ? reason : null,
    entryId: null,
  }
}
