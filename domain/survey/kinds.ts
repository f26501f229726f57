/** Single choice, multiple choice, a scale from 1 to 5, or free text. */
export const questionKinds = ['single', 'multiple', 'scale', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** Who casts one vote: a house, or each person. */
export const voteUnits = ['house', 'person'] as const
export type VoteUnit = (typeof voteUnits)[number]
/** Who may vote: owners only, or all residents of the audience's houses and all in its roles. */
export const voters = ['owners', 'everybody'] as const
export type Voters = (typeof voters)[number]

export const statuses = ['open', 'over', 'cancelled'] as const
export type Status = (typeof statuses)[number]
export const actions = ['answer', 'results', 'close', 'cancel', 'remind'] as const
export type Action = (typeof actions)[number]

/**
 * With fewer votes the result of an anonymous survey would reveal who said what. Ours: with two, each voter
 * could subtract their own vote and know the other.
 */
export const leastShown = 3
