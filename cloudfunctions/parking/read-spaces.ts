import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { SpaceView } from '@domain/parking/contract'
import type { Registration, Space } from '@domain/parking/registration'
import { audit } from '../_kit/audit'
import { remember, remembered } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { parkingAreas, spaceId, spaces } from '../_services/parking/records'
import { holdersOf } from './space-taken'

const view = (space: Space, holder: Registration | undefined): SpaceView => ({
  no: space.no,
  area: space.area,
  vehicle: space.vehicle,
  state: holder ? 'taken' : space.reserved ? 'reserved' : 'free',
  house: holder?.house ?? null,
  plate: holder?.plate ?? null,
})

/** Free spaces are looked for among so many at a time; a page of them can be empty and yet have a next. */
const mostLooked = 200

/** The plan of an area: its spaces in the order in which people count, and who holds them. */
export const listSpaces = action('parking', 'spaces', {
  async run({ input: { area, vehicle, free, cursor, limit = 100 }, caller }) {
    const estateId = caller.estateId ?? ''
    const where: Where<Space & { key: string }> = {
      estateId,
      ...(area ? { area } : {}),
      ...(vehicle ? { vehicle } : {}),
      key: op.gt(cursor ?? ''),
    }
    const looked = free ? mostLooked : limit
    const found = await spaces.find(where, { orderBy: ['key', 'asc'], limit: looked + 1 })
    const holders = await holdersOf(estateId, found.slice(0, looked))
    const all = toPage(
      found,
      looked,
      space => space.key,
      space => ({ key: space.key, space: view(space, holders.get(space.no)) }),
    )
    const shown = free ? all.items.filter(({ space }) => space.state === 'free') : all.items
    const { items, next } = toPage(
      shown,
      limit,
      ({ key }) => key,
      ({ space }) => space,
    )
    return { items, next: next ?? all.next }
  },
})

export const listAreas = action('parking', 'areas', {
  run: async ({ caller }) => ({ items: (await parkingAreas.byId(caller.estateId ?? ''))?.items ?? [] }),
})

/** The last requests that a space took, so that one sent again is recognised. */
const marksKept = 20

/**
 * Keeps a space from being given, or frees it; whoever holds it already keeps it. One write, which holds
 * unless the request has been here before.
 */
export const reserveSpace = action('parking', 'reserve', {
  async run({ input: { no, reserved }, caller, now, requestKey, request }) {
    const estateId = caller.estateId ?? ''
    const space = await spaces.byId(spaceId(estateId, no))
    if (space === null) throw forbidden()
    const holder = (await holdersOf(estateId, [space])).get(no)
    const isNew = await spaces.change(
      { _id: space._id, marks: op.nin([requestKey]) },
      { reserved, marks: op.push({ each: [requestKey], slice: -marksKept }) },
    )
    if (!isNew) return (await recall<SpaceView>(request)) ?? view(space, holder)
    await audit(requestKey, now, { estateId, by: caller.openid, did: 'parking.reserve', record: space._id })
    return remember(request, view({ ...space, reserved }, holder), now)
  },
})
