import type { Input } from '@domain/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { livesIn, type Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import type { Pass } from '@domain/visitor/pass'
import { gatePosition } from '@domain/visitor/settings'
import { viewPass } from '@domain/visitor/view'
import { minuteOf } from '@domain/visitor/wall'
import { readEstate, type SetEstate } from '../_kit/estate'
import { countUse, houseOf } from '../_kit/limits'
import { addRecord } from '../_kit/outbox'
import { isRepeated } from '../_kit/repetition'
import { refuseUnsafe } from '../_kit/safety'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocks, passes } from '../_services/visitor/records'
import { newDigits, nextPass } from '../_services/visitor/write'
import { checkTerms } from './check-terms'

type CreateInput = Input<'visitor', 'create'>

/** Attempts to draw six digits that no other pass of the estate has. */
const mostDraws = 4

/** Idempotent: the id comes from caller and requestId, so a repeated request finds the pass it created. */
export const createPass = action('visitor', 'create', {
  load: ({ houseId }) => passes.find({ houseId, live: true }, { limit: 200, leaveOut: ['visits', 'outbox'] }),
  async run({ input, caller, person, loaded, now, request }) {
    if (!livesIn(caller, input.houseId)) throw forbidden()
    const estate = await readEstate(caller.estateId ?? '')
    const { gates, livePerHouse } = estate.settings.visitor
    const made = loaded.find(pass => pass._id === request.key)
    if (made) {
      isRepeated(made.marks, request)
      return viewPass({ ...made, visits: [] }, caller, gates, now)
    }
    checkTerms(input, estate, now)
    if (loaded.filter(isOpen).length >= livePerHouse) throw full(livePerHouse)
    await countUse({ caller, person, now, request }, estate, {
      amounts: { passesPerDay: 1 },
      findMade: () => passes.byId(request.key),
      house: houseOf(caller, input.houseId),
    })
    await refuseUnsafe(caller.openid, input.name, input.note)
    const pass = await add(input, { caller, estate, now, request })
    // Checked after the pass is stored, so that a block written at the same moment is not missed.
    if (await isBlocked(pass, now)) {
      await passes.remove({ _id: pass._id })
      throw new Refusal('CONFLICT', {
        words: words(
          '物业已禁止这位访客进入，请联系管家',
          'The property office has blocked this visitor. Please contact your butler.',
        ),
      })
    }
    return viewPass(pass, caller, gates, now)
  },
})

const isOpen = (pass: Pass): boolean =>
  pass.status === 'active' && (pass.uses === null || pass.used < pass.uses)

const full = (most: number): Refusal =>
  new Refusal('FULL', {
    words: words(
      '每户最多同时有 {most} 张有效通行证，请先撤销不用的',
      'A household can have at most {most} valid passes. Revoke one first.',
    ),
    values: { most },
  })

interface Issuing {
  caller: Caller
  estate: SetEstate
  now: Date
  request: Mark
}

async function add(input: CreateInput, issuing: Issuing): Promise<Pass> {
  const { request } = issuing
  for (let n = 0; n < mostDraws; n++) {
    const pass = draft(input, issuing)
    if (await addRecord(passes, pass)) return pass
    const made = await passes.byId(request.key)
    if (made === null) continue
    isRepeated(made.marks, request)
    return made
  }
  throw new Refusal('UNAVAILABLE')
}

function draft(input: CreateInput, { caller, estate, now, request }: Issuing): Pass {
  const id = request.key
  const { kind, plate = null, phone = null, note = null, weekdays = [], gates = [] } = input
  const shortCode = newDigits()
  const at = (instant: string): number =>
    minuteOf(Date.parse(instant), utcOffset(new Date(instant), estate.zone))
  const blank: Pass = {
    _id: id,
    estateId: estate._id,
    at: input.to,
    key: sortKey(now, id),
    rev: 0,
    kind,
    status: 'active',
    live: true,
    revokedAt: null,
    houseId: input.houseId,
    house: caller.houses.find(house => house.houseId === input.houseId)?.code ?? '',
    hostId: caller.openid,
    name: input.name,
    phone,
    plate,
    plateKey: plate,
    plateSerial: null,
    party: input.party,
    note,
    from: input.from,
    to: input.to,
    uses: usesOf(input),
    used: 0,
    weekdays: [...new Set(weekdays)].sort(),
    hours: kind === 'recurring' ? { from: at(input.from), to: at(input.to) } : null,
    gates: gates.map(gate => gatePosition(estate.settings.visitor.gates, gate)),
    shareToken: newScene('v'),
    shortCode,
    codeKey: `${estate._id}:${shortCode}`,
    holder: null,
    slot: 0,
    digitsAt: null,
    visits: [],
    toLog: [],
    insideKey: null,
    conflictKey: null,
    blockedUntil: null,
    starred: false,
    alarm: null,
    askedBy: null,
    lapsesAt: null,
    createdAt: now.toISOString(),
    outbox: [],
    outboxDue: false,
    marks: [],
  }
  return nextPass(blank, { estate, by: caller.openid, now, mark: request })
}

function usesOf({ kind, uses }: CreateInput): number | null {
  switch (kind) {
    case 'once':
      return 1
    case 'multi':
      return uses ?? 2
    case 'recurring':
      return null
  }
}

async function isBlocked({ estateId, phone, plate }: Pass, now: Date): Promise<boolean> {
  const subjects = [phone, plate].filter(subject => subject !== null)
  if (subjects.length === 0) return false
  return (
    (await blocks.find({ estateId, subject: op.in(subjects), until: op.gt(now.toISOString()) }, { limit: 1 }))
      .length > 0
  )
}
