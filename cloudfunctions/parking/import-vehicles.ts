import { createHash } from 'node:crypto'
import type { Numbered } from '@domain/kernel/table'
import { words, type Words } from '@domain/kernel/words'
import type { ParkingImport } from '@domain/parking/contract'
import { approve } from '@domain/parking/decisions'
import type { Registration } from '@domain/parking/registration'
import { quotaOf } from '@domain/parking/settings'
import {
  parkingChoices,
  parkingFields,
  vehicleRow,
  type SpaceRow,
  type VehicleRow,
} from '@domain/parking/sheet'
import { audit } from '../_kit/audit'
import { eachLimited } from '../_kit/concurrency'
import { readEstate, type SetEstate } from '../_kit/estate'
import { rowsAtOnce, checkRows, sortByRow, rejectRow, groupRivals } from '../_kit/import-rows'
import { freePlace } from '../_kit/quota'
import { houses, type House } from '../_kit/records'
import { op } from '../_kit/store'
import { registrations } from '../_services/parking/records'
import { nextRegistration } from '../_services/parking/write'
import { allSpaces, type ImportContext } from './import-spaces'
import { blankRegistration, quotaName } from './register-vehicle'

type RowResult = { result: 'created' | 'unchanged' } | { fault: Record<string, Words> }
interface ImportState {
  estate: SetEstate
  spaces: Map<string, SpaceRow>
  houses: Map<string, House>
  by: string
  now: Date
  /** The vehicles and spaces of the lines imported so far: a later line of the file may not repeat them. */
  claimed: { vehicles: Set<string>; spaces: Set<string> }
}

/** A vehicle is identified by its plate; without a plate, by house, kind and note. */
const keyOf = (row: VehicleRow): string => row.plate ?? [row.house, row.vehicle, row.note ?? ''].join('|')

/**
 * Imports vehicles that the estate has on its lists: valid at once, with their space where the list names
 * one. Idempotent: the same list again changes nothing. A line that differs from the registration is
 * rejected with that reason, because the list may be older than a renewal.
 */
export async function importVehicleRows(
  rows: readonly Numbered[],
  { caller, now, request }: ImportContext,
): Promise<ParkingImport> {
  const estate = await readEstate(caller.estateId ?? '')
  const { good, rejected } = checkRows<VehicleRow>(
    rows,
    { schema: vehicleRow, names: parkingFields, choices: parkingChoices },
    caller.lang,
  )
  const known = await housesNamed(estate._id, [...new Set(good.map(({ row }) => row.house))])
  const state: ImportState = {
    estate,
    spaces: await allSpaces(estate._id),
    houses: known,
    by: caller.openid,
    now,
    claimed: { vehicles: new Set(), spaces: new Set() },
  }
  const counts = { created: 0, unchanged: 0 }
  // Vehicles of one house share its quota.
  const groups = groupRivals(good, ({ row }) => [
    `house ${row.house}`,
    `vehicle ${keyOf(row)}`,
    ...(row.space === undefined ? [] : [`space ${row.space}`]),
  ])
  await eachLimited(groups, rowsAtOnce, async list => {
    for (const { line, row } of list) {
      const outcome = await importRow(row, state)
      if ('fault' in outcome) rejected.push(rejectRow(line, outcome.fault, parkingFields, caller.lang))
      else counts[outcome.result]++
    }
  })
  await audit(request, now, {
    estateId: estate._id,
    by: caller.openid,
    did: 'parking.importVehicles',
    record: estate._id,
  })
  return { ...counts, updated: 0, rejected: sortByRow(rejected) }
}

async function housesNamed(estateId: string, codes: readonly string[]): Promise<Map<string, House>> {
  const found = new Map<string, House>()
  for (let n = 0; n < codes.length; n += 200) {
    for (const house of await houses.find({ estateId, code: op.in(codes.slice(n, n + 200)) }, { limit: 200 }))
      found.set(house.code, house)
  }
  return found
}

/** A line claims its vehicle and its space only once it is imported: a rejected line blocks no other. */
async function importRow(row: VehicleRow, state: ImportState): Promise<RowResult> {
  const { claimed, houses: known, spaces } = state
  const house = known.get(row.house)
  if (!house) return { fault: { house: words('没有这个房号', 'No such house') } }
  const space = row.space === undefined ? undefined : spaces.get(row.space)
  if (row.space !== undefined && space?.vehicle !== row.vehicle)
    return {
      fault: { space: words('没有这个车位，或不是给这种车的', 'No such space for this kind of vehicle') },
    }
  const faults = missingFields(row)
  if (faults) return { fault: faults }
  if (claimed.vehicles.has(keyOf(row)))
    return { fault: { plate: words('这辆车在文件里出现过了', 'This vehicle is in the file more than once') } }
  const result = await register(row, house, space, state)
  if ('fault' in result) return result
  claimed.vehicles.add(keyOf(row))
  if (row.space !== undefined) claimed.spaces.add(row.space)
  return result
}

function missingFields(row: VehicleRow): Record<string, Words> | null {
  if (row.vehicle === 'car' && row.plate === undefined)
    return { plate: words('请填写车牌', 'Please enter the plate') }
  if (row.permit !== 'owned' && row.until === undefined)
    return { until: words('请填写有效期', 'Please enter the end date') }
  return null
}

async function register(
  row: VehicleRow,
  house: House,
  space: SpaceRow | undefined,
  state: ImportState,
): Promise<RowResult> {
  const { estate } = state
  const id = createHash('sha256')
    .update(`${estate._id}|${row.house}|${keyOf(row)}`)
    .digest('hex')
    .slice(0, 32)
  const living = await registrations.find(
    { houseId: house._id, live: true },
    { leaveOut: ['outbox', 'marks'] },
  )
  const known = living.find(each => each._id === id || (row.plate !== undefined && each.plate === row.plate))
  if (known) return compareWith(row, known)
  if (row.until !== undefined && Date.parse(row.until) <= state.now.getTime())
    return { fault: { until: words('有效期已过', 'This date has passed') } }
  const most = quotaOf(estate.settings.parking)[row.vehicle]
  const place = freePlace(
    living.map(({ quotaKey }) => quotaKey),
    quotaName(house._id, row.vehicle),
    most,
  )
  if (place === null)
    return { fault: { house: words('这户的登记数量已满', 'This house has reached its limit') } }
  const registration = importedRegistration(row, house, space, { ...state, id, place })
  return (await registrations.add(registration)) ? { result: 'created' } : reasonNotAdded(registration, state)
}

/** The result for a line whose vehicle the house has registered already. */
function compareWith(row: VehicleRow, known: Registration): RowResult {
  if (known.status !== 'active')
    return {
      fault: {
        plate: words(
          '住户已申请，请在待审核中处理',
          'The household has applied for this vehicle. Please decide on the application.',
        ),
      },
    }
  const differs = (field: 'vehicle' | 'permit' | 'space'): boolean =>
    row[field] !== undefined && row[field] !== known[field]
  const field =
    (['vehicle', 'permit', 'space'] as const).find(differs) ??
    (row.until !== undefined && Date.parse(row.until) !== Date.parse(known.until ?? '') ? 'until' : null)
  return field === null
    ? { result: 'unchanged' }
    : {
        fault: {
          [field]: words('与已登记的不同，没有改动', 'Differs from the registration; nothing was changed'),
        },
      }
}

function importedRegistration(
  row: VehicleRow,
  house: House,
  space: SpaceRow | undefined,
  { estate, by, now, id, place }: ImportState & { id: string; place: string },
): Registration {
  const { house: _code, ...rest } = row
  const blank = blankRegistration(
    { ...rest, houseId: house._id, house: house.code, estateId: estate._id },
    { now, id, place, by },
  )
  const approval = approve(blank, space ?? null, row.until ?? null, by)
  // The household knows its own car: no message is sent.
  return nextRegistration(blank, { ...approval, notify: [] }, { estate, by, now, mark: null })
}

async function reasonNotAdded(
  { _id, plateKey, spaceKey, space }: Registration,
  { claimed }: ImportState,
): Promise<RowResult> {
  const [byPlate] = await registrations.find({ plateKey }, { limit: 1, leaveOut: ['outbox', 'marks'] })
  if (byPlate)
    return byPlate._id === _id
      ? { result: 'unchanged' }
      : { fault: { plate: words('这个车牌属于另一户', 'This plate belongs to another house') } }
  const [bySpace] = await registrations.find({ spaceKey }, { limit: 1, leaveOut: ['outbox', 'marks'] })
  if (bySpace && claimed.spaces.has(space ?? ''))
    return { fault: { space: words('这个车位在文件里出现过了', 'This space is in the file more than once') } }
  return {
    fault: bySpace
      ? { space: words('这个车位已有车', 'This space is taken') }
      : {
          plate: words(
            '这辆车登记过，已结束',
            'This vehicle was registered before and the registration has ended',
          ),
        },
  }
}
