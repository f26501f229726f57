import type { Vehicle } from './contract'
import type { AreaCount, Areas, OccupancyHour } from './registration'

/** An estate's car parks: areas, vehicles inside, spaces given, and the counts of each hour, oldest first. */
export interface Parked {
  areas: Areas['items']
  inside: AreaCount[]
  given: AreaCount[]
  hours: Pick<OccupancyHour, 'at' | 'areas'>[]
}
export interface Filled {
  area: string
  areaEn: string | null
  vehicle: Vehicle
  spaces: number
  given: number
  inside: number
  hours: { at: string; inside: number }[]
}

const counted = (counts: readonly AreaCount[], of: (count: AreaCount) => boolean): number =>
  counts.filter(of).reduce((sum, { count }) => sum + count, 0)

/**
 * How full each area is and was, hour by hour. Last comes the area without a name, for vehicles without a
 * space, if there are any.
 */
export function occupancyOf({ areas, inside, given, hours }: Parked): Filled[] {
  const filled = (about: Areas['items'][number], of: (count: AreaCount) => boolean): Filled => ({
    ...about,
    inside: counted(inside, of),
    given: counted(given, of),
    hours: hours.map(hour => ({ at: hour.at, inside: counted(hour.areas, of) })),
  })
  const isOf =
    (about: Areas['items'][number]) =>
    (count: AreaCount): boolean =>
      count.area === about.area && count.vehicle === about.vehicle
  const elsewhere = filled(
    { area: '', areaEn: null, vehicle: 'car', spaces: 0 },
    count => !areas.some(about => isOf(about)(count)),
  )
  const named = areas.map(about => filled(about, isOf(about)))
  return elsewhere.inside > 0 || elsewhere.hours.some(hour => hour.inside > 0) ? [...named, elsewhere] : named
}
