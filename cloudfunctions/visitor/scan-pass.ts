import type { Input, Output } from '@domain/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import type { Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import { checkCode, readPayload } from '@domain/visitor/code'
import type { Reason, Way } from '@domain/visitor/contract'
import { termsOf, type Pass } from '@domain/visitor/pass'
import { afterAdmission, refusalReason } from '@domain/visitor/rules'
import { gatePosition } from '@domain/visitor/settings'
import { nextFrom } from '@domain/visitor/terms'
import { viewGuest } from '@domain/visitor/view'
import { readEstate, type SetEstate } from '../_kit/estate'
import { commit } from '../_kit/outbox'
import { overtaken, retryOvertaken } from '../_kit/race'
import type { Person } from '../_kit/records'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { reloadPass, blocks, gateLog, passes } from '../_services/visitor/records'
import { newDigits, toHost, nextPass } from '../_services/visitor/write'
import { countWrongDigits, refuseTooManyDigits } from './digit-tries'
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
  how: Way
}

/** Minutes within which the digits of one pass admit once. */
const digitsEveryMinutes = 10

/** Three database requests in two steps: caller and pass in parallel, then one conditional write. */
export const scanPass = action('visitor', 'scan', {
  load: input => candidates(input),
  async run({ input, caller, person, loaded, now, requestKey }) {
    const how = wayOf(input)
    const estate = await readEstate(caller.estateId ?? '')
    const at: Gate = {
      input,
      caller,
      person,
      estate,
      offset: utcOffset(now, estate.zone),
      now,
      requestKey,
      how,
    }
    const here = loaded.filter(pass => pass.estateId === estate._id)
    const again = here.find(pass => isIn(pass, at))
    if (again) return admission(again, at)
    if (how === 'digits') refuseTooManyDigits(person, now)
    const found =
      how === 'code'
        ? readCode(here, at)
        : { pass: here.find(pass => whyNot(pass, 0, at) === null) ?? here[0] ?? null, slot: 0 }
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

/** Most passes that one plate can have, or six digits in different estates. */
const mostCandidates = 50

async function candidates({ payload, shortCode, plate }: ScanInput): Promise<Pass[]> {
  if (shortCode !== undefined) return passes.find({ shortCode, live: true }, { limit: mostCandidates })
  if (plate !== undefined) return passes.find({ plateKey: plate }, { limit: mostCandidates })
  const shown = readPayload(payload ?? '')
  return shown === null ? [] : passes.find({ _id: shown.certificate.passId }, { limit: 1 })
}

function readCode(here: Pass[], { input, now, estate }: Gate): { pass: Pass | null; slot: number } | Reason {
  const read = checkCode(input.payload ?? '', now.getTime(), trustOf(estate._id, now))
  if (!read.ok) return read.reason
  const pass = here[0] ?? null
  // The pass has moved to another phone of its holder: a code from the old phone is treated like a
  // screenshot.
  if (pass && pass.holder?.key !== read.shown.certificate.holder) return 'STALE_CODE'
  return { pass, slot: read.shown.slot }
}

const whyNot = (pass: Pass, slot: number, { now, offset, estate, input, how }: Gate): Reason | null =>
  refusalReason(pass, {
    now: now.getTime(),
    offset,
    gate: gatePosition(estate.settings.visitor.gates, input.gate),
    how,
    slot,
  })

const decide = (first: Pass, slot: number, at: Gate): Promise<Verdict> =>
  retryOvertaken<Pass, Verdict>(first, reloadPass, async pass => {
    // The same request, sent twice at once, has already admitted the guest.
    if (isIn(pass, at)) return admission(pass, at)
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
      mark: null,
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

async function refuse(pass: Pass | null, reason: Reason, at: Gate): Promise<Verdict> {
  const { now, requestKey, estate, caller, input, how, offset } = at
  await gateLog.add(
    entryWithoutVisit(pass, {
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
    }),
  )
  return {
    admit: false,
    reason,
    ...(pass ? { pass: viewGuest(pass, now.getTime(), offset) } : {}),
    next: pass && nextAdmission(pass, reason, at),
  }
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
    await countWrongDigits(caller.openid, now)
    return { admit: false, reason: 'UNKNOWN', next: null }
  }
  if (at.how === 'code') return refuse(null, 'UNKNOWN', at)
  const seenAt = now.toISOString()
  const blocked = await blocks.change(
    { estateId: estate._id, subject: input.plate ?? '', until: op.gt(seenAt) },
    { seen: op.inc(1), seenAt },
  )
  return { admit: false, reason: blocked ? 'BLOCKED' : 'UNKNOWN', next: null }
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
