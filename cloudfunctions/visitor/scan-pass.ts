import type { Input, Output } from '@domain/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { isBlockedBy, subjectsOf, type Block } from '@domain/visitor/block'
import { checkCode, readPayload } from '@domain/visitor/code'
import type { Reason, Way } from '@domain/visitor/contract'
import { endOf, isLive, spokenKey } from '@domain/visitor/keys'
import { termsOf, type Pass } from '@domain/visitor/pass'
import { afterAdmission, answeredSince, isAnswered, refusalReason, whatHappened } from '@domain/visitor/rules'
import { gatePosition } from '@domain/visitor/settings'
import { nextFrom } from '@domain/visitor/terms'
import { viewGuest } from '@domain/visitor/view'
import { readEstate, type SetEstate } from '../_kit/estate'
import { commit } from '../_kit/outbox'
import { overtaken, retryOvertaken } from '../_kit/race'
import type { Person } from '../_kit/records'
import { isRepeated, usedElsewhere } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocksOf } from '../_services/visitor/blocks'
import { findNewestPlate } from '../_services/visitor/find-plate'
import { reloadPass, blocks, gateLog, passes } from '../_services/visitor/records'
import { newDigits, toHost, nextPass } from '../_services/visitor/write'
import { countWrongDigits, isCounted, refuseTooManyDigits } from './digit-tries'
import { trustOf } from './estate-keys'
import { entryWithoutVisit } from './log-entry'

type ScanInput = Input<'visitor', 'scan'>
type Verdict = Output<'visitor', 'scan'>

/** One attempt at a gate: how the guest is identified, and where. */
interface Gate {
  input: ScanInput
  caller: Caller
  person: Person | null
  estate: SetEstate
  offset: number
  now: Date
  requestKey: string
  request: Mark
  how: Way
  /** The blocks that name this plate, or a guest who is found. */
  blocked: readonly Block[]
}

/** Minutes within which the digits of one pass admit once. */
const digitsEveryMinutes = 10

/**
 * Caller and pass are read in parallel, then the blocks if the pass has a phone or a plate, then one
 * conditional write. Digits and plates are looked up in the caller's estate, after the caller.
 */
export const scanPass = action('visitor', 'scan', {
  load: ({ payload }) => readShown(payload),
  async run({ input, caller, person, loaded, now, requestKey, request }) {
    const how = wayOf(input)
    const estate = await readEstate(caller.estateId ?? '')
    const here =
      how === 'code'
        ? loaded.filter(each => each.estateId === estate._id)
        : await lookUp(estate._id, input, now)
    const subjects = [...subjectsOf(here), ...(input.plate === undefined ? [] : [input.plate])]
    const at: Gate = {
      ...{ input, caller, person, estate, now, requestKey, request, how },
      offset: utcOffset(now, estate.zone),
      blocked: await blocksOf(estate._id, [...new Set(subjects)], now),
    }
    const again = here.find(pass => isIn(pass, at))
    if (again) return admitAgain(again, at)
    if (how === 'digits' && !isCounted(person, requestKey)) refuseTooManyDigits(person, now)
    const found = how === 'code' ? readCode(here, at) : { pass: bestOf(here, at), slot: 0 }
    if (typeof found === 'string') return refuse(loaded.length === 1 ? (here[0] ?? null) : null, found, at)
    return found.pass === null ? refuseUnknown(at) : decide(found.pass, found.slot, at)
  },
})

function wayOf({ payload, shortCode, plate }: ScanInput): Way {
  const given = [payload, shortCode, plate].filter(value => value !== undefined)
  if (given.length !== 1)
    throw invalid(
      'payload',
      '请扫码，或输入六位数字、车牌，三者选一',
      'Scan the code, or enter six digits or a plate: one of the three',
    )
  if (payload !== undefined) return 'code'
  return shortCode !== undefined ? 'digits' : 'plate'
}

async function readShown(payload: string | undefined): Promise<Pass[]> {
  const shown = payload === undefined ? null : readPayload(payload)
  return shown === null ? [] : passes.find({ _id: shown.certificate.passId }, { limit: 1 })
}

/** The passes that have these digits or this plate, or had them lately. */
async function lookUp(estateId: string, { shortCode, plate }: ScanInput, now: Date): Promise<Pass[]> {
  if (plate !== undefined) return findNewestPlate(estateId, plate, answeredSince(now))
  const spoken = await passes.find({ spokenKeys: spokenKey(estateId, shortCode ?? '') })
  return spoken.filter(pass => isAnswered(pass, now))
}

/** The pass that admits; else a live one, then the one that ended last, which says why not. */
function bestOf(here: readonly Pass[], at: Gate): Pass | null {
  const byEnd = [...here].sort((a, b) => endOf(b).localeCompare(endOf(a)))
  return (
    here.find(pass => whyNot(pass, 0, at) === null) ??
    byEnd.find(pass => isLive(pass, at.now) && isNamed(pass, at)) ??
    byEnd[0] ??
    null
  )
}

/** Has the digits that were said, rather than had them before. */
const isNamed = ({ shortCode }: Pass, { input }: Gate): boolean =>
  input.shortCode === undefined || input.shortCode === shortCode

function readCode(here: readonly Pass[], at: Gate): { pass: Pass | null; slot: number } | Reason {
  const { input, now, estate } = at
  const read = checkCode(input.payload ?? '', now.getTime(), trustOf(estate._id, now))
  if (!read.ok) return read.reason
  const pass = here[0] ?? null
  // The pass has moved to another phone of its holder: a code from the old phone is treated like a
  // screenshot.
  if (pass && pass.holder?.key !== read.shown.certificate.holder) return 'STALE_CODE'
  return { pass, slot: read.shown.slot }
}

const whyNot = (
  pass: Pass,
  slot: number,
  { now, offset, estate, input, how, blocked }: Gate,
): Reason | null =>
  refusalReason(pass, {
    now: now.getTime(),
    offset,
    gate: gatePosition(estate.settings.visitor.gates, input.gate),
    how,
    slot,
    digits: input.shortCode,
    isBlocked: isBlockedBy(pass, blocked, now.toISOString()),
  })

const decide = (first: Pass, slot: number, at: Gate): Promise<Verdict> =>
  retryOvertaken<Pass, Verdict>(first, reloadPass, async pass => {
    // The same request, sent twice at once, has already admitted the guest.
    if (isIn(pass, at)) return admitAgain(pass, at)
    const why = whyNot(pass, slot, at)
    if (why !== null) return refuse(pass, why, at)
    if (at.how === 'digits') refuseDigitsAgain(pass, at.now)
    const admittedPass = afterAdmission(pass, {
      id: entryId(pass, at),
      gate: at.input.gate,
      by: at.caller.openid,
      how: at.how,
      offline: false,
      conflict: null,
      at: at.now.getTime(),
      offset: at.offset,
      slot,
      shortCode: newDigits(),
    })
    const after = nextPass(admittedPass, {
      estate: at.estate,
      by: at.caller.openid,
      now: at.now,
      mark: at.request,
      notify: [{ kind: 'arrived', to: toHost(pass) }],
    })
    return (await commit(passes, pass, after)) ? admission(after, at) : overtaken
  })

const entryId = (pass: Pass, { input, requestKey }: Gate): string =>
  `${pass._id}-${input.record ?? requestKey.slice(0, 24)}`
const isIn = (pass: Pass, at: Gate): boolean => pass.visits.some(visit => visit.id === entryId(pass, at))
const admission = (pass: Pass, at: Gate): Verdict => ({
  admit: true,
  entryId: entryId(pass, at),
  pass: {
    ...viewGuest(pass, at.now.getTime(), at.offset),
    until: pass.visits.find(visit => visit.id === entryId(pass, at))?.until ?? pass.to,
  },
})

/** @throws Refusal INVALID_INPUT on `requestId` when the request that admitted was another one */
function admitAgain(pass: Pass, at: Gate): Verdict {
  isRepeated(pass.marks, at.request)
  return admission(pass, at)
}

async function refuse(pass: Pass | null, reason: Reason, at: Gate): Promise<Verdict> {
  const { now, offset } = at
  const logged = await logRefusal(pass, reason, at)
  return {
    admit: false,
    reason: logged,
    ...(pass ? { pass: viewGuest(pass, now.getTime(), offset) } : {}),
    next: pass && nextAdmission(pass, logged, at),
    happened: pass && whatHappened(pass, logged),
  }
}

/**
 * Logs the refusal once.
 * @returns its reason; that of the first time when the request is sent again
 * @throws Refusal INVALID_INPUT on `requestId` when the request that was refused was another one
 */
async function logRefusal(pass: Pass | null, reason: Reason, at: Gate): Promise<Reason> {
  const { now, requestKey, estate, caller, input, how } = at
  const entry = entryWithoutVisit(pass, {
    _id: requestKey,
    estateId: estate._id,
    at: now.toISOString(),
    key: sortKey(now, requestKey),
    plate: input.plate,
    gate: input.gate,
    by: caller.openid,
    how,
    offline: false,
    admitted: false,
    reason,
    conflict: false,
  })
  if (await gateLog.add(entry)) return reason
  const first = await gateLog.byId(requestKey)
  if (first === null) return reason
  const isSame = (['gate', 'how', 'passId', 'plate'] as const).every(field => first[field] === entry[field])
  if (!isSame) throw usedElsewhere()
  return first.reason ?? reason
}

/** When the pass admits next, as an instant; null when waiting would not help. */
function nextAdmission(pass: Pass, reason: Reason, { now, offset }: Gate): string | null {
  if (reason !== 'NOT_YET' && reason !== 'WRONG_DAY') return null
  const next = nextFrom(termsOf(pass), now.getTime(), offset)
  return next === null ? null : new Date(next).toISOString()
}

/** No pass matches: wrong digits are counted, and a blocked plate is recorded on its block. */
async function refuseUnknown(at: Gate): Promise<Verdict> {
  const { input, caller, estate, now } = at
  if (at.how === 'digits') {
    if (!isCounted(at.person, at.requestKey)) await countWrongDigits(caller.openid, now, at.requestKey)
    return { admit: false, reason: 'UNKNOWN', next: null }
  }
  if (at.how === 'code') return refuse(null, 'UNKNOWN', at)
  const block = at.blocked.find(({ subject }) => subject === input.plate)
  if (block === undefined) return { admit: false, reason: 'UNKNOWN', next: null }
  // Sent again, it counts once.
  await blocks.change(
    { _id: block._id, estateId: estate._id, seenBy: op.neq(at.requestKey) },
    { seen: op.inc(1), seenAt: now.toISOString(), seenBy: at.requestKey },
  )
  return { admit: false, reason: 'BLOCKED', next: null }
}

/** @throws Refusal TOO_MANY when the digits of the pass have admitted within the last minutes */
function refuseDigitsAgain(pass: Pass, now: Date): void {
  const free = pass.digitsAt === null ? 0 : Date.parse(pass.digitsAt) + digitsEveryMinutes * 60_000
  if (free <= now.getTime()) return
  throw new Refusal('TOO_MANY', {
    words: words(
      '这张通行证刚用数字进过门，请出示通行码',
      'The digits of this pass were used a moment ago. Please show the QR code.',
    ),
    retryAfter: Math.ceil((free - now.getTime()) / 1000),
  })
}
