/** The names of a vehicle's world; without schemas, so that a page can use them. */
export const vehicles = ['car', 'motorcycle', 'bicycle'] as const
export const permits = ['monthly', 'owned', 'temporary'] as const
/** What a registration is now; `expired` and `renewing` are those of a permit that has been given. */
export const registrationStates = [
  'pending',
  'waiting',
  'active',
  'renewing',
  'expired',
  'rejected',
  'cancelled',
  'ended',
] as const
export const spaceStates = ['free', 'taken', 'reserved'] as const
/** How a plate is known at a gate. */
export const knownAs = ['permit', 'expired', 'visitor', 'blocked', 'unknown'] as const
export const moves = ['approve', 'reject', 'end', 'cancel', 'renew', 'answerMove'] as const
/** What the owner of a car in the way says: so many minutes, or that they cannot. */
export const moveAnswers = ['coming5', 'coming15', 'cannot'] as const

export type Vehicle = (typeof vehicles)[number]
export type Permit = (typeof permits)[number]
export type RegistrationState = (typeof registrationStates)[number]
export type KnownAs = (typeof knownAs)[number]
export type Move = (typeof moves)[number]
export type MoveAnswer = (typeof moveAnswers)[number]
