import { quietUntil } from '@domain/account/quiet'
import { readEstate } from '../_kit/estate'
import { type Person, households } from '../_kit/records'

/**
 * Reads when the quiet hours of people's houses end, in one query for all people. A person who is not in the
 * map can be notified now.
 */
export async function readQuietEnds(
  people: readonly Person[],
  estateId: string,
  now: Date,
): Promise<Map<string, Date>> {
  const housesOf = ({ houses }: Person): string[] =>
    houses.filter(house => house.estateId === estateId).map(house => house.houseId)
  const ids = [...new Set(people.flatMap(housesOf))]
  if (ids.length === 0) return new Map()
  const [found, { zone }] = await Promise.all([households.byIds(ids), readEstate(estateId)])
  const ends = new Map(
    found.flatMap(({ _id, quiet }) => {
      const until = quietUntil(quiet, now, zone)
      return until ? [[_id, until] as const] : []
    }),
  )
  return new Map(
    people.flatMap(person => {
      const last = housesOf(person)
        .flatMap(id => ends.get(id) ?? [])
        .sort((a, b) => b.getTime() - a.getTime())[0]
      return last ? [[person._id, last] as const] : []
    }),
  )
}
