import type { Input } from '@domain/contract'
import { utcOffset } from '@domain/kernel/estate-time'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { livesIn, type Caller } from '@domain/kernel/people'
import { words } from '@domain/kernel/words'
import type { Mark } from '@domain/notice/outbox'
import { isLive } from '@domain/visitor/keys'
import type { Pass } from '@domain/visitor/pass'
import { gatePosition } from '@domain/visitor/settings'
import { viewPass } from '@domain/visitor/view'
import { minuteOf } from '@domain/visitor/wall'
import { readEstate, type SetEstate } from '../_kit/estate'
import { countUse, houseOf } from '../_kit/limits'
import { addRecord, commit } from '../_kit/outbox'
import { freePlace } from '../_kit/quota'
import { isRepeated } from '../_kit/repetition'
import { refuseUnsafe } from '../_kit/safety'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocksOf } from '../_services/visitor/blocks'
import { passes } from '../_services/visitor/records'
import { blankPass, newDigits, nextPass } from '../_services/visitor/write'
import { checkTerms } from './check-terms'

type CreateInput = Input<'visitor', 'create'>

/** Attempts to draw six digits that no other pass of the estate has, besides those that other passes cost. */
const mostDraws = 4

/**
 * The passes of a house that hold a place of its quota: the live ones, and those that were revoked by a rule
 * and to which the timer has not come yet.
 */
const living = (houseId: string): Promise<Pass[]> =>
  passes.find({ houseId, status: op.in(['active', 'revoked']), live: true })

/**
 * Idempotent: the id comes from caller and requestId, so a repeated request finds the pass it created. Each
 * place of the quota has a unique key, so any number of requests at once get no more places than there are.
 */
export const createPass = action('visitor', 'create', {
  load: ({ houseId }) => living(houseId),
  async run({ input, caller, person, loaded, now, request }) {
    if (!livesIn(caller, input.houseId)) throw forbidden()
    const estate = await readEstate(caller.estateId ?? '')
    const view = (pass: Pass) =>
      viewPass(pass, { caller, gates: estate.settings.visitor.gates, now, isBlocked: false })
    const made = loaded.find(pass => pass._id === request.key)
    if (made) {
      isRepeated(made.marks, request)
      return view(made)
    }
    checkTerms(input, estate, now)
    await countUse({ caller, person, now, request }, estate, {
      amounts: { passesPerDay: 1 },
      findMade: () => passes.byId(request.key),
      house: houseOf(caller, input.houseId),
    })
    await Promise.all([
      refuseUnsafe(caller.openid, input.name, input.note),
      refuseBlocked(estate._id, input, now),
    ])
    return view(await add(input, { caller, estate, now, request }, loaded))
  },
})

/** @throws Refusal CONFLICT when the property office has blocked this phone or plate */
async function refuseBlocked(estateId: string, { phone, plate }: CreateInput, now: Date): Promise<void> {
  const subjects = [phone, plate].filter(subject => subject !== undefined)
  if ((await blocksOf(estateId, subjects, now)).length === 0) return
  throw new Refusal('CONFLICT', {
    words: words(
      '物业已禁止这位访客进入，请联系管家',
      'The property office has blocked this visitor. Please contact your butler.',
    ),
  })
}

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

/** A free place of the house's quota, as far as these passes know; null: there is none. */
const placeAmong = (held: readonly Pass[], { estate }: Issuing, { houseId }: CreateInput): string | null =>
  freePlace(
    held.map(({ quotaKey }) => quotaKey),
    houseId,
    estate.settings.visitor.livePerHouse,
  )

async function add(input: CreateInput, issuing: Issuing, loaded: readonly Pass[]): Promise<Pass> {
  const { request, estate } = issuing
  const { livePerHouse } = estate.settings.visitor
  let held = loaded
  for (let tries = 0; tries < livePerHouse + mostDraws; tries++) {
    if (placeAmong(held, issuing, input) === null) held = await giveBack(held, issuing)
    const place = placeAmong(held, issuing, input)
    if (place !== null) {
      const pass = draft(input, issuing, place)
      if (await addRecord(passes, pass)) return pass
    }
    // Its id is taken, or its digits or its place have just gone to another pass.
    const made = await passes.byId(request.key)
    if (made !== null) {
      isRepeated(made.marks, request)
      return made
    }
    if (place === null) throw full(livePerHouse)
    held = await living(input.houseId)
  }
  throw new Refusal('UNAVAILABLE')
}

/**
 * Frees the places of passes that are over and to which the timer has not come yet.
 * @returns the other passes
 */
async function giveBack(held: readonly Pass[], { caller, estate, now }: Issuing): Promise<Pass[]> {
  const over = held.filter(pass => !isLive(pass, now))
  const by = caller.openid
  await Promise.all(over.map(pass => commit(passes, pass, nextPass(pass, { estate, by, now, mark: null }))))
  return held.filter(pass => !over.includes(pass))
}

function draft(input: CreateInput, { caller, estate, now, request }: Issuing, place: string): Pass {
  const id = request.key
  const { kind, plate = null, phone = null, note = null, weekdays = [], gates = [] } = input
  const at = (instant: string): number =>
    minuteOf(Date.parse(instant), utcOffset(new Date(instant), estate.zone))
  const blank: Pass = {
    ...blankPass(id, { estateId: estate._id, now, from: input.from, to: input.to }),
    kind,
    status: 'active',
    houseId: input.houseId,
    house: caller.houses.find(house => house.houseId === input.houseId)?.code ?? '',
    hostId: caller.openid,
    name: input.name,
    phone,
    plate,
    party: input.party,
    note,
    uses: usesOf(input),
    weekdays: [...new Set(weekdays)].sort(),
    hours: kind === 'recurring' ? { from: at(input.from), to: at(input.to) } : null,
    gates: gates.map(gate => gatePosition(estate.settings.visitor.gates, gate)),
    shortCode: newDigits(),
    quotaKey: place,
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
