import { utcOffset } from '@domain/kernel/estate-time'
import type { GateKit } from '@domain/visitor/contract'
import { termsOf, type Pass } from '@domain/visitor/pass'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { blocks, passes } from '../_services/visitor/records'
import { trustOf } from './estate-keys'

/** The cloud returns at most 1,000 records; the passes that end soonest come first. */
const most = 1000

/**
 * What a guard's phone needs to check passes offline: the keys, and the facts about passes that a code does
 * not hold.
 */
export const gateKit = action('visitor', 'gateKit', {
  async run({ caller, now }) {
    const estateId = caller.estateId ?? ''
    const at = now.toISOString()
    const [estate, living, blocked] = await Promise.all([
      readEstate(estateId),
      passes.find(
        { estateId, live: true, to: op.gt(at) },
        { orderBy: ['to', 'asc'], limit: most, leaveOut: ['outbox', 'marks', 'visits'] },
      ),
      blocks.find({ estateId }, { orderBy: ['key', 'desc'], limit: most }),
    ])
    const { keys, estateTag } = trustOf(estateId, now)
    return {
      now: at,
      offset: utcOffset(now, estate.zone),
      estateTag,
      keys: [...keys],
      gates: estate.settings.visitor.gates.map(({ id, name }) => ({ id, name })),
      passes: living
        .map(pass => toKitPass(pass, at))
        .filter(
          ({ state, used, plate, holder }) =>
            state !== 'good' || used > 0 || plate !== null || holder !== null,
        ),
      blockedPlates: blocked.flatMap(({ plate, until }) => (plate !== null && until > at ? [plate] : [])),
    }
  },
})

type KitPass = GateKit['passes'][number]

function stateAt({ status, blockedUntil }: Pass, at: string): KitPass['state'] {
  if (status !== 'active') return 'revoked'
  return blockedUntil !== null && blockedUntil > at ? 'blocked' : 'good'
}

function toKitPass(pass: Pass, at: string): KitPass {
  const { kind, party, weekdays, hours, gates } = termsOf(pass)
  return {
    id: pass._id,
    state: stateAt(pass, at),
    used: pass.used,
    slot: pass.slot,
    holder: pass.holder?.key ?? null,
    plate: pass.plate,
    terms: {
      kind,
      party,
      weekdays: [...weekdays],
      hours,
      gates: [...gates],
      from: pass.from,
      to: pass.to,
      uses: pass.uses,
    },
  }
}
