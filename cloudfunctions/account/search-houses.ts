import { toPage } from '@domain/kernel/paging'
import { hasPost, type Caller } from '@domain/kernel/people'
import { maskPhone } from '@domain/kernel/phone'
import { houses, type House } from '../_kit/records'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'

const maySeeOwners = (caller: Caller): boolean => hasPost(caller, 'butler', 'manager')

/**
 * Searches by the beginning of a house code, the owner's name, or the last four digits of the owner's phone.
 */
export const searchHouses = action('account', 'houses', {
  async run({ input: { query, cursor, limit = 20 }, caller }) {
    const where = whereOf(query, caller)
    const found = await houses.find(
      { estateId: caller.estateId ?? '', ...where, ...rangeOf(where, query, cursor) },
      { orderBy: ['code', 'asc'], limit: limit + 1 },
    )
    return toPage(
      found,
      limit,
      house => house.code,
      house => viewHouse(house, caller),
    )
  },
})

function whereOf(query: string | undefined, caller: Caller): Where<House> {
  if (query === undefined || !maySeeOwners(caller)) return {}
  if (/^\d{4}$/.test(query)) return { phoneTail: query }
  return /^[\u4e00-\u9fa5·]{2,}$/.test(query) ? { ownerName: query } : {}
}

/** A code is found by its prefix; the upper bound of the range is the last text with this prefix. */
function rangeOf(where: Where<House>, query: string | undefined, cursor: string | undefined): Where<House> {
  const byCode = query !== undefined && Object.keys(where).length === 0
  const from = byCode ? op.gte(query) : undefined
  const after = cursor ? op.gt(cursor) : from
  if (after === undefined) return {}
  return { code: byCode ? after.and(op.lt(`${query}\uffff`)) : after }
}

const viewHouse = (house: House, caller: Caller) => ({
  id: house._id,
  code: house.code,
  building: house.building,
  unit: house.unit,
  room: house.room,
  areaM2: house.areaM2,
  owner:
    maySeeOwners(caller) && house.ownerName !== null
      ? { name: house.ownerName, phone: maskPhone(house.ownerPhone ?? '') }
      : null,
})
