import type { RegistrationView } from '@domain/parking/contract'
import type { Estate } from './estate'

type Ok = Estate['ok']
const day = 86_400_000
export const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString()

let counted = 10_000
/** A plate that no other call of this run has. */
export const newPlate = (): string => `鲁F${String(counted++)}`

/** A car of the demonstration's owner; by default rented by the month. */
export const aCar = (
  ok: Ok,
  more: object = {},
  who = 'demo-owner',
  houseId = 'tianma-1',
): Promise<RegistrationView> =>
  ok(who, 'parking', 'register', { houseId, plate: newPlate(), vehicle: 'car', permit: 'monthly', ...more })

/** Spaces of one area by their numbers. */
export const makeSpaces = (ok: Ok, numbers: readonly string[], area = 'A区', vehicle = 'car') =>
  ok('demo-butler', 'parking', 'importSpaces', { rows: numbers.map(no => ({ no, area, vehicle })) })
