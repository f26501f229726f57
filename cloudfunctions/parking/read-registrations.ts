import type { Input } from '@domain/contract'
import { forbidden, invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, houseIds, livesIn, type Caller } from '@domain/kernel/people'
import { vehicles } from '@domain/parking/contract'
import { parseQuery, typedField } from '@domain/parking/lookup'
import type { Registration } from '@domain/parking/registration'
import { quotaOf } from '@domain/parking/settings'
import { maySee } from '@domain/parking/states'
import { viewRegistration } from '@domain/parking/view'
import { competeForSpace } from '@domain/parking/waiting-list'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op, type Condition, type Where } from '../_kit/store'
import { beginsWith, parkingAreas, registrations } from '../_services/parking/records'
import { findContested } from '../_services/parking/rivals'

const leaveOut = ['outbox', 'marks']

export const listRegistrations = action('parking', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { parking } = (await readEstate(caller.estateId ?? '')).settings
    const found = await registrations.find(whereOf(input, caller), {
      orderBy: ['key', 'desc'],
      limit: limit + 1,
      leaveOut,
    })
    return toPage(
      found,
      limit,
      each => each.key,
      each => viewRegistration(each, caller, { now, settings: parking }),
    )
  },
})

function whereOf(
  { scope = 'mine', query, cursor }: Input<'parking', 'list'>,
  caller: Caller,
): Where<Registration> | Condition {
  const before = cursor ? { key: op.lt(cursor) } : {}
  if (scope === 'estate' && !hasPost(caller, 'butler', 'manager')) throw forbidden()
  if (query !== undefined) {
    if (scope === 'mine')
      throw invalid(
        'query',
        '只能在全部车辆中查找',
        'Search is available only for all vehicles of the estate',
      )
    return queryFor(query, caller.estateId ?? '', cursor)
  }
  return scope === 'mine'
    ? { houseId: op.in(houseIds(caller)), ...before }
    : { estateId: caller.estateId ?? '', kind: 'permit', ...before }
}

/**
 * The query for a house, or for the beginning of a plate, in any state of the registration. Every alternative
 * has a condition on `key`, which excludes blocked plates: they have none. A condition on `kind` would make
 * the database scan the whole estate's index instead.
 */
function queryFor(query: string, estateId: string, cursor = '\uffff'): Condition {
  const { piece, house } = parseQuery(query)
  const key = op.lt(cursor)
  return op.or([
    { estateId, house, key },
    ...(piece === null
      ? []
      : [{ estateId, atGate: op.in([true, false]), [typedField(piece)]: beginsWith(piece), key }]),
  ])
}

/** Households counted in the waiting list; further back, the position is not shown. */
const mostCounted = 50

export const getRegistration = action('parking', 'get', {
  load: ({ id }) => registrations.byId(id),
  async run({ caller, loaded: registration, now }) {
    if (registration === null || !maySee(registration, caller)) throw forbidden()
    const { parking } = (await readEstate(registration.estateId)).settings
    const isDesk = hasPost(caller, 'butler', 'manager') && registration.status === 'pending'
    const [position, contested] = await Promise.all([
      registration.status === 'waiting' ? positionOf(registration) : null,
      isDesk ? findContested([registration]) : new Set<string>(),
    ])
    const alsoAsked = contested.has(registration._id)
    return viewRegistration(registration, caller, { now, settings: parking, position, alsoAsked })
  },
})

async function positionOf(registration: Registration): Promise<number | null> {
  const { estateId, vehicle, waitKey } = registration
  const ahead = await registrations.find(
    { estateId, waitsFor: 'space', vehicle, waitKey: op.lt(waitKey) },
    { limit: 4 * mostCounted, leaveOut: [...leaveOut, 'note'] },
  )
  const groupRivals = ahead.filter(each => competeForSpace(each, registration)).length
  return groupRivals < mostCounted ? groupRivals + 1 : null
}

/** The registrations that wait for the desk, in the order of application. */
export const listQueue = action('parking', 'queue', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { parking } = (await readEstate(caller.estateId ?? '')).settings
    const found = await registrations.find(
      {
        estateId: caller.estateId ?? '',
        waitsFor: input.what ?? 'decision',
        waitKey: op.gt(input.cursor ?? ''),
      },
      { orderBy: ['waitKey', 'asc'], limit: limit + 1, leaveOut },
    )
    const contested = await findContested(found)
    return toPage(
      found,
      limit,
      each => each.waitKey,
      each => viewRegistration(each, caller, { now, settings: parking, alsoAsked: contested.has(each._id) }),
    )
  },
})

/** How many vehicles of each kind the house has and may have, and the areas it can apply for. */
export const readQuota = action('parking', 'quota', {
  load: ({ houseId }) => registrations.find({ houseId, live: true }, { leaveOut }),
  async run({ input, caller, loaded }) {
    if (!livesIn(caller, input.houseId)) throw forbidden()
    const estateId = caller.estateId ?? ''
    const [
      {
        settings: { parking },
      },
      areas,
    ] = await Promise.all([readEstate(estateId), parkingAreas.byId(estateId)])
    return {
      items: vehicles.map(vehicle => ({
        vehicle,
        most: quotaOf(parking)[vehicle],
        used: loaded.filter(each => each.vehicle === vehicle).length,
      })),
      areas: (areas?.items ?? []).map(({ area, areaEn, vehicle }) => ({ area, areaEn, vehicle })),
    }
  },
})
