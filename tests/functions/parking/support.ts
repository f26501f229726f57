import type { RegistrationView } from '@domain/parking/contract'
import type { Estate } from '../support/estate'
import { inDays } from '../support/times'

type Ok = Estate['ok']

let counted = 10_000
/** A plate that no other call of this run has. */
export const newPlate = (): string => `鲁F${String(counted++)}`

/** Registers a car of the demonstration's owner, by default with a monthly permit. */
export const aCar = (
  ok: Ok,
  more: object = {},
  who = 'demo-owner',
  houseId = 'tianma-1',
): Promise<RegistrationView> =>
  ok(who, 'parking', 'register', { houseId, plate: newPlate(), vehicle: 'car', permit: 'monthly', ...more })

/** Imports the spaces of one area by their numbers. */
export const makeSpaces = (ok: Ok, numbers: readonly string[], area = 'A区', vehicle = 'car') =>
  ok('demo-butler', 'parking', 'importSpaces', { rows: numbers.map(no => ({ no, area, vehicle })) })

/** Lets a house register 20 cars, so that the quota stops no test. */
export async function allowManyCars(ok: Ok): Promise<void> {
  await ok('demo-manager', 'account', 'updateSettings', {
    parking: {
      carsPerHouse: 20,
      motorcyclesPerHouse: 1,
      bicyclesPerHouse: 4,
      remindDays: 7,
      graceDays: 3,
      temporaryDays: 30,
    },
  })
}

/** A car with a temporary permit for the next 20 days. */
export async function anActiveCar(ok: Ok, plate: string, who = 'demo-owner', houseId = 'tianma-1') {
  const { id } = await aCar(ok, { plate, permit: 'temporary' }, who, houseId)
  return ok('demo-butler', 'parking', 'approve', { id, until: inDays(20) })
}

/** The id of the demonstration tenant's house. */
export const tenantsHouse = async (ok: Ok): Promise<string> =>
  (await ok('demo-tenant', 'account', 'session', {})).houses[0]?.id ?? ''
