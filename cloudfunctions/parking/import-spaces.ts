import type { Mark } from '@domain/notice/outbox'
import type { Caller } from '@domain/kernel/people'
import type { Numbered } from '@domain/kernel/table'
import { words } from '@domain/kernel/words'
import type { ParkingImport } from '@domain/parking/contract'
import type { Areas } from '@domain/parking/registration'
import { parkingChoices, parkingFields, spaceRow, type SpaceRow } from '@domain/parking/sheet'
import { audit } from '../_kit/audit'
import { eachLimited } from '../_kit/concurrency'
import { rowsAtOnce, sortByRow, rejectRow, sortRows } from '../_kit/import-rows'
import { op } from '../_kit/store'
import { parkingAreas, registrations, spaceId, spaceKeyOf, spaces } from '../_services/parking/records'

export interface ImportContext {
  caller: Caller
  now: Date
  request: Mark
}

/** Imports the valid rows and reports the rejected ones. Idempotent: the same list again changes nothing. */
export async function importSpaceRows(
  rows: readonly Numbered[],
  { caller, now, request }: ImportContext,
): Promise<ParkingImport> {
  const estateId = caller.estateId ?? ''
  const { good, lines, rejected } = sortRows<SpaceRow>(
    rows,
    {
      schema: spaceRow,
      keyOf: row => row.no,
      keyField: 'no',
      again: words('这个车位在文件里出现过了', 'This space is in the file more than once'),
      names: parkingFields,
      choices: parkingChoices,
    },
    caller.lang,
  )
  const known = await allSpaces(estateId)
  const fresh = [...good.values()].filter(row => !known.has(row.no))
  const changed = [...good.values()].filter(row => {
    const space = known.get(row.no)
    return (
      space &&
      (space.area !== row.area ||
        space.vehicle !== row.vehicle ||
        (row.areaEn !== undefined && space.areaEn !== row.areaEn))
    )
  })
  await eachLimited(fresh, rowsAtOnce, ({ areaEn = null, ...row }) =>
    spaces.add({
      _id: spaceId(estateId, row.no),
      estateId,
      ...row,
      areaEn,
      reserved: false,
      marks: [],
      key: spaceKeyOf(row.no),
    }),
  )
  let refused = 0
  await eachLimited(changed, rowsAtOnce, async row => {
    if (await changeSpace(estateId, row, known.get(row.no))) return
    refused++
    rejected.push(
      rejectRow(
        lines.get(row.no) ?? 0,
        { vehicle: words('车位上有车，不能改成别的车型', 'A vehicle of another kind has this space') },
        parkingFields,
        caller.lang,
      ),
    )
  })
  await storeAreaCounts(estateId)
  await audit(request, now, { estateId, by: caller.openid, did: 'parking.importSpaces', record: estateId })
  return {
    created: fresh.length,
    updated: changed.length - refused,
    unchanged: good.size - fresh.length - changed.length,
    rejected: sortByRow(rejected),
  }
}

/**
 * Changes a space; the registration that holds it follows to the new area.
 * @returns false when the space is held by a vehicle of another kind
 */
async function changeSpace(
  estateId: string,
  { no, area, areaEn, vehicle }: SpaceRow,
  before: SpaceRow | undefined,
): Promise<boolean> {
  const spaceKey = `${estateId}:${no}`
  if (
    vehicle !== before?.vehicle &&
    (await registrations.find({ spaceKey }, { limit: 1, leaveOut: ['outbox', 'marks'] })).length > 0
  )
    return false
  await spaces.change(
    { _id: spaceId(estateId, no) },
    { area, vehicle, ...(areaEn === undefined ? {} : { areaEn }) },
  )
  await registrations.change({ spaceKey }, { area, rev: op.inc(1) })
  return true
}

/** Every space of the estate, by its number. */
export async function allSpaces(estateId: string): Promise<Map<string, SpaceRow>> {
  const found = await spaces.findAll({ estateId }, { by: 'key' })
  return new Map(
    found.map(({ no, area, areaEn, vehicle }) => [
      no,
      { no, area, vehicle, ...(areaEn === null ? {} : { areaEn }) },
    ]),
  )
}

/** Stores how many spaces each area has, so that no reader has to count them. */
async function storeAreaCounts(estateId: string): Promise<void> {
  const counts = new Map<string, Areas['items'][number]>()
  for (const { area, areaEn, vehicle } of (await allSpaces(estateId)).values()) {
    const key = `${vehicle}|${area}`
    const known = counts.get(key)
    counts.set(key, {
      area,
      areaEn: known?.areaEn ?? areaEn ?? null,
      vehicle,
      spaces: (known?.spaces ?? 0) + 1,
    })
  }
  const items = [...counts.values()]
  if (!(await parkingAreas.add({ _id: estateId, items })))
    await parkingAreas.change({ _id: estateId }, { items })
}
