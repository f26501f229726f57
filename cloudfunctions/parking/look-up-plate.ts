import { isPlate as isWhole, serialOf } from '@domain/kernel/plate'
import { decisiveMatch, maxMatches, onePerPlate, typedField } from '@domain/parking/lookup'
import type { EndedPass, Match } from '@domain/parking/contract'
import { viewBlock, viewGuestCar, viewPermit } from '@domain/parking/view'
import { endOf } from '@domain/visitor/keys'
import type { Pass } from '@domain/visitor/pass'
import { answeredSince, endReason, whatHappened } from '@domain/visitor/rules'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { beginsWith, registrations } from '../_services/parking/records'
import { blocksOfEstate } from '../_services/visitor/blocks'
import { findGuestCars, findLastEnded } from '../_services/visitor/find-plate'

const leaveOut = ['outbox', 'marks']

/**
 * Four database requests, and five for a whole plate, all but the first in parallel: permits and visitors'
 * cars, each by an index prefix, the blocks, and the newest pass of that plate that has ended. The guard who
 * sees as many plates as fit types one more character.
 */
export const lookUpPlate = action('parking', 'lookup', {
  async run({ input: { plate: typed }, caller, now }) {
    const estateId = caller.estateId ?? ''
    const isPlate = typedField(typed) === 'plate'
    const [permits, blocks, guests, last] = await Promise.all([
      registrations.find(
        {
          estateId,
          atGate: true,
          ...(isPlate ? { plate: beginsWith(typed) } : { serial: beginsWith(typed) }),
        },
        { orderBy: [isPlate ? 'plate' : 'serial', 'asc'], limit: maxMatches, leaveOut },
      ),
      blocksOfEstate(estateId, now),
      findGuestCars(estateId, typed, isPlate ? 'plateKey' : 'plateSerial'),
      isWhole(typed) ? findLastEnded(estateId, typed, answeredSince(now)) : null,
    ])
    const isMeant = ({ plate }: Match): boolean => (isPlate ? plate : serialOf(plate)).startsWith(typed)
    const found = [
      ...permits.map(row => viewPermit(row, now)),
      ...blocks.flatMap(block => viewBlock(block) ?? []).filter(isMeant),
      ...guests.flatMap(pass => viewGuestCar(pass, blocks, now) ?? []),
    ]
    const exact = decisiveMatch(typed, found)
    const guest = found.find(({ plate, known }) => plate === typed && known === 'visitor')
    return {
      known: exact.known === 'permit' || exact.known === 'visitor',
      permit: exact.permit,
      until: exact.until,
      house: exact.house,
      blocked: exact.known === 'blocked',
      visitorPass: guest?.until ? { until: guest.until } : null,
      ended: exact.known === 'unknown' && last ? viewEnd(last) : null,
      matches: onePerPlate(found).slice(0, maxMatches),
    }
  },
})

function viewEnd(pass: Pass): EndedPass {
  const reason = endReason(pass)
  return { reason, at: endOf(pass), gate: whatHappened(pass, reason)?.gate ?? null }
}

/** The cloud returns at most 1,000 records; the answer stays far below 6 MB. */
const portion = 1000

/**
 * Permits and blocked plates for a guard's phone, all blocked ones on the first page; visitors' plates come
 * with the gate kit.
 */
export const listPlates = action('parking', 'plates', {
  async run({ input: { cursor }, caller, now }) {
    const estateId = caller.estateId ?? ''
    const [found, blocks] = await Promise.all([
      registrations.find(
        { estateId, atGate: true, plate: op.gt(cursor ?? '') },
        { orderBy: ['plate', 'asc'], limit: portion, leaveOut },
      ),
      cursor === undefined ? blocksOfEstate(estateId, now) : [],
    ])
    return {
      items: [...blocks.flatMap(block => viewBlock(block) ?? []), ...found.map(row => viewPermit(row, now))],
      next: found.length < portion ? null : (found[portion - 1]?.plate ?? null),
    }
  },
})
