import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import type { SpaceView } from '@domain/parking/contract'
import type { Registration, Space } from '@domain/parking/registration'
import { audit } from '../_kit/audit'
import { remember, recall } from '../_kit/repetition'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { parkingAreas, spaceId, spaces } from '../_services/parking/records'
import { holdersOf } from './space-taken'

function stateOf(space: Space, holder: Registration | undefined): SpaceView['state'] {
  if (holder) return 'taken'
  return space.reserved ? 'reserved' : 'free'
}

const viewSpace = (space: Space, holder: Registration | undefined): SpaceView => ({
  no: space.no,
  area: space.area,
  vehicle: space.vehicle,
  state: stateOf(space, holder),
  house: holder?.house ?? null,
  plate: holder?.plate ?? null,
})

/**
 * Spaces read in one call to find free ones. A page of free spaces can be empty and still have a next page.
 */
const mostRead = 200

/** The plan of an area: its spaces in the order of their numbers (A-2 before A-10), and their holders. */
export const listSpaces = action('parking', 'spaces', {
  async run({ input: { area, vehicle, free, cursor, limit = 100 }, caller }) {
    const estateId = caller.estateId ?? ''
    const where: Where<Space & { key: string }> = {
      estateId,
      ...(area ? { area } : {}),
      ...(vehicle ? { vehicle } : {}),
      key: op.gt(cursor ?? ''),
    }
    const readLimit = free ? mostRead : limit
    const found = await spaces.find(where, { orderBy: ['key', 'asc'], limit: readLimit + 1 })
    const holders = await holdersOf(estateId, found.slice(0, readLimit))
    const all = toPage(
      found,
      readLimit,
      space => space.key,
      space => ({ key: space.key, space: viewSpace(space, holders.get(space.no)) }),
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

/** Requests that a space remembers, so that a repetition is recognised. */
const marksKept = 20

/**
 * Reserves a space, or lifts the reservation; a household that holds it keeps it. Idempotent: one write, on
 * the condition that the space does not know the request yet.
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
    // Refuses a request id that was used for another request, before anything is audited under it.
    const firstAnswer = isNew ? undefined : await recall<SpaceView>(request)
    await audit(request, now, { estateId, by: caller.openid, did: 'parking.reserve', record: space._id })
    if (!isNew) return firstAnswer ?? viewSpace(space, holder)
    return remember(request, viewSpace({ ...space, reserved }, holder), now)
  },
})
