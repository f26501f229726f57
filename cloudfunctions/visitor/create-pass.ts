import type { Input } from '@domain/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { forbidden, invalid, Refusal } from '@domain/kernel/failure'
import { sortKey } from '@domain/kernel/paging'
import { livesIn, type Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { longestDays } from '@domain/visitor/estate-key'
import type { Pass } from '@domain/visitor/pass'
import { gatePosition } from '@domain/visitor/settings'
import { viewPass } from '@domain/visitor/view'
import { dayMs, minuteOf } from '@domain/visitor/wall'
import { estateOf, type SetEstate } from '../_kit/estate'
import { addRecord } from '../_kit/outbox'
import { isRepeated } from '../_kit/repetition'
import { refuseUnsafe } from '../_kit/safety'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocks, passes } from '../_services/visitor/records'
import { newDigits, writtenPass } from '../_services/visitor/write'

type CreateInput = Input<'visitor', 'create'>

/** Six digits can be taken by another pass of the estate: so often others are drawn. */
const draws = 4

/** The id comes from caller and requestId, so that sending it again finds what it made. */
export const createPass = action('visitor', 'create', {
  load: ({ houseId }) => passes.find({ houseId, live: true }, { limit: 200, leaveOut: ['visits', 'outbox'] }),
  async run({ input, caller, loaded, now, request }) {
    if (!livesIn(caller, input.houseId)) throw forbidden()
    const estate = await readEstate(caller.estateId ?? '')
    const { gates, livePerHouse } = estate.settings.visitor
    const made = loaded.find(pass => pass._id === request.key)
    if (made) {
      isRepeated(made.marks, request)
      return viewPass({ ...made, visits: [] }, caller, gates, now)
    }
    check(input, estate, now)
    if (loaded.filter(isOpen).length >= livePerHouse) throw full(livePerHouse)
    await refuseUnsafe(caller.openid, input.name, input.note)
    const pass = await add(input, { caller, estate, now, request })
    // Looked for once the pass stands, so that a block of the same moment is not missed.
    if (await isBlocked(pass, now)) {
      await passes.remove({ _id: pass._id })
      throw new Refusal('CONFLICT', {
        words: words(
          '物业已禁止这位访客进入，请联系管家',
          'The office does not let this visitor in; please ask the butler',
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
      'At most {most} passes at once for a house; revoke one first',
    ),
    values: { most },
  })

/** Longest lives of a pass, in days; ours. */
const mostDays = { once: 7, multi: 90, recurring: 180 }

function check(
  { kind, from, to, uses, weekdays, gates = [] }: CreateInput,
  estate: SetEstate,
  now: Date,
): void {
  if (from >= to) throw invalid('to', '结束时间要晚于开始时间', 'Must end after it begins')
  if (Date.parse(to) <= now.getTime()) throw invalid('to', '这个时间已过', 'This time has passed')
  if (Date.parse(to) - Date.parse(from) > mostDays[kind] * dayMs) {
    throw invalid(
      'to',
      `这种通行证最长 ${String(mostDays[kind])} 天`,
      `At most ${String(mostDays[kind])} days for this kind`,
    )
  }
  if (Date.parse(to) - now.getTime() > longestDays * dayMs)
    throw invalid('to', '不能提前这么久', 'Too far ahead')
  if (kind === 'multi' && (uses ?? 0) < 2)
    throw invalid('uses', '请填写可用次数（2–100）', 'How many times (2–100)')
  if (kind !== 'multi' && uses !== undefined && uses !== 1)
    throw invalid('uses', '只有多次通行证有次数', 'Only a pass for several times has a number')
  if (kind === 'recurring' && !weekdays) throw invalid('weekdays', '请选择星期', 'Please choose the weekdays')
  if (kind !== 'recurring' && weekdays)
    throw invalid('weekdays', '只有长期通行证可选星期', 'Only a recurring pass has weekdays')
  if (gates.some(gate => gatePosition(estate.settings.visitor.gates, gate) < 0))
    throw invalid('gates', '没有这个门', 'No such gate')
}

interface Issuing {
  caller: Caller
  estate: SetEstate
  now: Date
  request: Mark
}

async function add(input: CreateInput, issuing: Issuing): Promise<Pass> {
  const { request } = issuing
  for (let n = 0; n < draws; n++) {
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
    uses: kind === 'once' ? 1 : kind === 'multi' ? (input.uses ?? 2) : null,
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
  return writtenPass(blank, { estate, by: caller.openid, now, mark: request })
}

async function isBlocked({ estateId, phone, plate }: Pass, now: Date): Promise<boolean> {
  const subjects = [phone, plate].filter(subject => subject !== null)
  if (subjects.length === 0) return false
  return (
    (await blocks.find({ estateId, subject: op.in(subjects), until: op.gt(now.toISOString()) }, { limit: 1 }))
      .length > 0
  )
}
