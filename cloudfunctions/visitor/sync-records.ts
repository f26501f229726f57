import { utcOffset } from '@domain/kernel/estate-time'
import type { Caller } from '@domain/kernel/people'
import { checkCode, readPayload } from '@domain/visitor/code'
import type { GateRecord, Reason } from '@domain/visitor/contract'
import { passIdOf, type LogEntry, type Pass } from '@domain/visitor/pass'
import { afterAdmission, afterLeaving, refusalReason } from '@domain/visitor/rules'
import { gatePosition } from '@domain/visitor/settings'
import { estateOf, type SetEstate } from '../_kit/estate'
import { commit } from '../_kit/outbox'
import { overtaken, untilHeld } from '../_kit/race'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { reloadPass, gateLog, passes } from '../_services/visitor/records'
import { newDigits, toHost, writtenPass } from '../_services/visitor/write'
import { trustOf } from './estate-keys'

interface Synced {
  id: string
  result: 'accepted' | 'conflict'
  reason: Reason | null
  entryId: string | null
}
interface Desk {
  caller: Caller
  estate: SetEstate
  now: Date
}

/**
 * What a guard's phone did without a network, told later. Nothing is lost: what breaks a rule is kept as a
 * conflict. Told twice is told once.
 */
export const syncRecords = action('visitor', 'sync', {
  load: ({ records }) => passesNamed(records),
  async run({ input, caller, loaded, now }) {
    const desk = { caller, estate: await readEstate(caller.estateId ?? ''), now }
    const here = new Map(
      loaded.filter(pass => pass.estateId === desk.estate._id).map(pass => [pass._id, pass]),
    )
    const items: Synced[] = []
    for (const record of [...input.records].sort((a, b) => a.at.localeCompare(b.at)))
      items.push(await take(record, here, desk))
    return { items }
  },
})

const idIn = ({ payload, leaves }: GateRecord): string | undefined =>
  leaves !== undefined
    ? passIdOf(leaves)
    : payload === undefined
      ? undefined
      : readPayload(payload)?.certificate.passId

async function passesNamed(records: readonly GateRecord[]): Promise<Pass[]> {
  const ids = [...new Set(records.flatMap(record => idIn(record) ?? []))]
  const plates = [...new Set(records.flatMap(({ plate }) => plate ?? []))]
  const [byId, byPlate] = await Promise.all([
    ids.length ? passes.byIds(ids) : [],
    plates.length ? passes.find({ plateKey: op.in(plates) }, { limit: 500 }) : [],
  ])
  return [...byId, ...byPlate]
}

async function take(record: GateRecord, here: Map<string, Pass>, desk: Desk): Promise<Synced> {
  // A phone's clock may be ahead; nothing has happened later than now.
  const at = Math.min(Date.parse(record.at), desk.now.getTime())
  const pass = find(record, here, at, desk)
  if (record.refused !== undefined)
    return noted(record, pass, { admitted: false, reason: record.refused, conflict: false }, desk)
  if (record.leaves !== undefined)
    return pass
      ? leave(record, pass, at, here, desk)
      : { id: record.id, result: 'conflict', reason: 'UNKNOWN', entryId: null }
  return pass
    ? admit(record, pass, at, here, desk)
    : noted(record, null, { admitted: true, reason: 'UNKNOWN', conflict: true }, desk)
}

function find(record: GateRecord, here: Map<string, Pass>, at: number, { estate }: Desk): Pass | null {
  const id = idIn(record)
  if (id !== undefined) return here.get(id) ?? null
  const withPlate = [...here.values()].filter(
    pass => pass.plateKey !== null && pass.plateKey === record.plate,
  )
  return withPlate.find(pass => judged(record, pass, at, estate, 0) === null) ?? withPlate[0] ?? null
}

/** Why the pass should not have admitted then; a pass that was revoked afterwards was good. */
function judged(record: GateRecord, pass: Pass, at: number, estate: SetEstate, slot: number): Reason | null {
  const wasGood = pass.status === 'revoked' && pass.revokedAt !== null && at < Date.parse(pass.revokedAt)
  return refusalReason(wasGood ? { ...pass, status: 'active' } : pass, {
    now: at,
    offset: utcOffset(new Date(at), estate.zone),
    gate: gatePosition(estate.settings.visitor.gates, record.gate),
    how: record.payload ? 'code' : 'plate',
    slot,
  })
}

const entryIdOf = (pass: Pass, record: GateRecord): string => `${pass._id}-${record.id}`

async function admit(
  record: GateRecord,
  first: Pass,
  at: number,
  here: Map<string, Pass>,
  desk: Desk,
): Promise<Synced> {
  const { estate, caller, now } = desk
  const code = record.payload === undefined ? null : checkCode(record.payload, at, trustOf(estate._id, now))
  const slot = code?.ok ? code.shown.slot : 0
  const after = await changePass(first, here, pass => {
    if (pass.visits.some(visit => visit.id === entryIdOf(pass, record))) return null
    const conflict = code?.ok === false ? code.reason : judged(record, pass, at, estate, slot)
    const next = afterAdmission(pass, {
      id: entryIdOf(pass, record),
      gate: record.gate,
      by: caller.openid,
      how: record.payload ? 'code' : 'plate',
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
    return writtenPass(next, { estate, by: caller.openid, now, mark: null, notify })
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
  record: GateRecord,
  first: Pass,
  at: number,
  here: Map<string, Pass>,
  { estate, caller, now }: Desk,
): Promise<Synced> {
  const entryId = record.leaves ?? ''
  const after = await changePass(first, here, pass => {
    const visit = pass.visits.find(({ id }) => id === entryId)
    if (!visit || visit.leftAt !== null) return null
    return writtenPass(afterLeaving(pass, entryId, at, record.gate), {
      estate,
      by: caller.openid,
      now,
      mark: null,
      notify: [{ kind: 'left', to: toHost(pass) }],
    })
  })
  const known = after.visits.some(({ id }) => id === entryId)
  return { id: record.id, result: known ? 'accepted' : 'conflict', reason: known ? null : 'UNKNOWN', entryId }
}

/** One conditional write, tried again on what stands then; null: nothing to change. */
const changePass = (
  first: Pass,
  here: Map<string, Pass>,
  change: (pass: Pass) => Pass | null,
): Promise<Pass> =>
  retryOvertaken<Pass, Pass>(here.get(first._id) ?? first, reloadPass, async pass => {
    const after = change(pass)
    if (after === null) return pass
    if (!(await commit(passes, pass, after))) return overtaken
    here.set(after._id, after)
    return after
  })

/** A line of the log that stands on no visit. */
async function noted(
  record: GateRecord,
  pass: Pass | null,
  what: Pick<LogEntry, 'admitted' | 'reason' | 'conflict'>,
  { estate, caller }: Desk,
): Promise<Synced> {
  const _id = `${estate._id.slice(0, 32)}-${record.id}`
  await gateLog.add({
    _id,
    estateId: estate._id,
    at: record.at,
    key: `${record.at}~${record.id.slice(-12)}`,
    passId: pass?._id ?? null,
    houseId: pass?.houseId ?? null,
    house: pass?.house ?? '',
    name: pass?.name ?? '',
    plate: record.plate ?? pass?.plate ?? null,
    party: pass?.party ?? 1,
    gate: record.gate,
    by: caller.openid,
    how: record.payload ? 'code' : 'plate',
    offline: true,
    ...what,
    until: null,
    leftAt: null,
    leftGate: null,
    overstayed: false,
  })
  return {
    id: record.id,
    result: what.conflict ? 'conflict' : 'accepted',
    reason: what.conflict ? what.reason : null,
    entryId: null,
  }
}
