import { utcOffset } from '@domain/kernel/estate-time'
import type { Caller } from '@domain/kernel/people'
import { checkCode, readPayload } from '@domain/visitor/code'
import type { GateRecord, Reason, Way } from '@domain/visitor/contract'
import { passIdOf, type LogEntry, type Pass } from '@domain/visitor/pass'
import { afterAdmission, afterLeaving, refusalReason } from '@domain/visitor/rules'
import { gatePosition } from '@domain/visitor/settings'
import { readEstate, type SetEstate } from '../_kit/estate'
import { commit } from '../_kit/outbox'
import { overtaken, retryOvertaken } from '../_kit/race'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
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
  here: Passes
  caller: Caller
  estate: SetEstate
  now: Date
}

/**
 * Applies what a guard's phone recorded offline. Nothing is lost: an admission that breaks a rule is kept as
 * a conflict. Idempotent: a record that is sent twice is applied once.
 */
export const syncRecords = action('visitor', 'sync', {
  load: ({ records }) => readPasses(records),
  async run({ input, caller, loaded, now }) {
    const estate = await readEstate(caller.estateId ?? '')
    const here: Passes = new Map(
      loaded.filter(pass => pass.estateId === estate._id).map(pass => [pass._id, pass]),
    )
    const items: Synced[] = []
    for (const record of [...input.records].sort((a, b) => a.at.localeCompare(b.at))) {
      // A phone's clock may be ahead; nothing has happened later than now.
      const at = Math.min(Date.parse(record.at), now.getTime())
      items.push(await applyRecord({ record, at, here, caller, estate, now }))
    }
    return { items }
  },
})

function passIdIn({ payload, leaves }: GateRecord): string | undefined {
  if (leaves !== undefined) return passIdOf(leaves)
  return payload === undefined ? undefined : readPayload(payload)?.certificate.passId
}

async function readPasses(records: readonly GateRecord[]): Promise<Pass[]> {
  const ids = [...new Set(records.flatMap(record => passIdIn(record) ?? []))]
  const plates = [...new Set(records.flatMap(({ plate }) => plate ?? []))]
  const [byId, byPlate] = await Promise.all([
    ids.length ? passes.byIds(ids) : [],
    plates.length ? passes.find({ plateKey: op.in(plates) }, { limit: 500 }) : [],
  ])
  return [...byId, ...byPlate]
}

async function applyRecord(report: Report): Promise<Synced> {
  const { record } = report
  const pass = findPass(report)
  if (record.refused !== undefined)
    return logWithoutVisit(pass, { admitted: false, reason: record.refused, conflict: false }, report)
  if (record.leaves !== undefined)
    return pass
      ? leave(pass, record.leaves, report)
      : { id: record.id, result: 'conflict', reason: 'UNKNOWN', entryId: null }
  return pass
    ? admit(pass, report)
    : logWithoutVisit(null, { admitted: true, reason: 'UNKNOWN', conflict: true }, report)
}

function findPass(report: Report): Pass | null {
  const { record, here } = report
  const id = passIdIn(record)
  if (id !== undefined) return here.get(id) ?? null
  const withPlate = [...here.values()].filter(
    pass => pass.plateKey !== null && pass.plateKey === record.plate,
  )
  return withPlate.find(pass => reasonAgainst(pass, 0, report) === null) ?? withPlate[0] ?? null
}

/** Why the pass should not have admitted at that time; a pass that was revoked later was still valid. */
function reasonAgainst(pass: Pass, slot: number, { record, at, estate }: Report): Reason | null {
  const wasValid = pass.status === 'revoked' && pass.revokedAt !== null && at < Date.parse(pass.revokedAt)
  return refusalReason(wasValid ? { ...pass, status: 'active' } : pass, {
    now: at,
    offset: utcOffset(new Date(at), estate.zone),
    gate: gatePosition(estate.settings.visitor.gates, record.gate),
    how: wayOf(record),
    slot,
  })
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

async function leave(
  first: Pass,
  entryId: string,
  { record, at, here, caller, estate, now }: Report,
): Promise<Synced> {
  const after = await changePass(first, here, pass => {
    const visit = pass.visits.find(({ id }) => id === entryId)
    if (!visit || visit.leftAt !== null) return null
    return nextPass(afterLeaving(pass, entryId, at, record.gate), {
      estate,
      by: caller.openid,
      now,
      mark: null,
      notify: [{ kind: 'left', to: toHost(pass) }],
    })
  })
  const isKnown = after.visits.some(({ id }) => id === entryId)
  return {
    id: record.id,
    result: isKnown ? 'accepted' : 'conflict',
    reason: isKnown ? null : 'UNKNOWN',
    entryId,
  }
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
  { record, caller, estate }: Report,
): Promise<Synced> {
  await gateLog.add(
    entryWithoutVisit(pass, {
      _id: `${estate._id.slice(0, 32)}-${record.id}`,
      estateId: estate._id,
      at: record.at,
      key: `${record.at}~${record.id.slice(-12)}`,
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
