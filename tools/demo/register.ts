import { createHash } from 'node:crypto'
import type { Binding } from '@domain/account/binding'
import { sortKey } from '@domain/kernel/paging'
import type { House, Person } from '../../cloudfunctions/_kit/records'

/** A house without residents: its registered owner gets access immediately by scanning the code. */
export const emptyHouse = 'tianma-59-4'
export const expectedOwner = { name: '钱示例', phone: '19900009999' }

/** The houses with their registered owners: the resident owners and the expected one. */
export function withOwners(houses: readonly House[], people: readonly Person[]): House[] {
  const owners = new Map(
    people.flatMap(person =>
      person.houses
        .filter(house => house.relation === 'owner')
        .map(house => [house.houseId, person] as const),
    ),
  )
  return houses.map(house => {
    const owner = house._id === emptyHouse ? expectedOwner : owners.get(house._id)
    return owner
      ? { ...house, ownerName: owner.name, ownerPhone: owner.phone, phoneTail: owner.phone.slice(-4) }
      : house
  })
}

const since = new Date('2026-01-01T01:00:00.000Z')

/** The bindings of all residents, since the beginning of the year. */
export const bindingsOf = (people: readonly Person[]): Binding[] =>
  people.flatMap(person =>
    person.houses.map((house): Binding => {
      const id = createHash('sha256').update(`${house.houseId}:${person._id}`).digest('hex').slice(0, 32)
      return {
        _id: id,
        estateId: house.estateId,
        rev: 0,
        outbox: [],
        outboxDue: false,
        marks: [],
        key: sortKey(since, id),
        at: since.toISOString(),
        liveKey: `${house.houseId}:${person._id}`,
        houseId: house.houseId,
        code: house.code,
        openid: person._id,
        name: person.name,
        phone: person.phone,
        phoneProven: true,
        relation: house.relation,
        since: house.since,
        placeKey: `${house.houseId}#${person._id}`,
        until: house.until,
        endsAt: house.until,
        status: 'active',
        needs: [],
        reason: null,
      }
    }),
  )
