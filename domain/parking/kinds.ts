/** The names of parking; without schemas, so that a page can use them. */
export const vehicles = ['car', 'motorcycle', 'bicycle'] as const
export const permits = ['monthly', 'owned', 'temporary'] as const
/** What a registration is stored as. */
export const registrationStatuses = [
  'pending',
  'waiting',
  'active',
  'rejected',
  'cancelled',
  'ended',
] as const
/** What a registration is now: an active one can be expired or up for renewal. */
export const registrationStates = [...registrationStatuses, 'renewing', 'expired'] as const
export const spaceStates = ['free', 'taken', 'reserved'] as const
/**
 * What a gate knows about a plate, the most severe first: a block outweighs a permit, a permit a visitor's
 * pass.
 */
export const knownAs = ['blocked', 'permit', 'visitor', 'expired', 'unknown'] as const
export const moves = ['approve', 'reject', 'end', 'cancel', 'renew', 'answerMove'] as const
/** The answers of the owner of a car in the way: coming in 5 or 15 minutes, or unable to come. */
export const moveAnswers = ['coming5', 'coming15', 'cannot'] as const

export type Vehicle = (typeof vehicles)[number]
export type Permit = (typeof permits)[number]
export type RegistrationStatus = (typeof registrationStatuses)[number]
export type RegistrationState = (typeof registrationStates)[number]
export type KnownAs = (typeof knownAs)[number]
export type Move = (typeof moves)[number]
export type MoveAnswer = (typeof moveAnswers)[number]
