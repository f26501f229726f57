import type { Vehicle } from './contract'
import type { AreaCount, Areas, OccupancyHour } from './registration'

/** What is known of an estate's car park: its areas, who is inside, who holds a space, and the hours that were counted, oldest first. */
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

/** How full each area is and was, by the hour. The area with no name comes last: vehicles that have no space, where there are any. */
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
