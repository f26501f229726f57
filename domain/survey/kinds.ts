/** A choice of one, of several, a scale of 1 to 5, or words of one's own. */
export const questionKinds = ['single', 'multiple', 'scale', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]
/** Who casts one vote: a house, or each person. */
export const voteUnits = ['house', 'person'] as const
export type VoteUnit = (typeof voteUnits)[number]
/** Who may vote: owners alone, or everybody who lives in the audience's houses or is in its roles. */
export const voters = ['owners', 'everybody'] as const
export type Voters = (typeof voters)[number]

export const statuses = ['open', 'over', 'cancelled'] as const
export type Status = (typeof statuses)[number]
export const actions = ['answer', 'results', 'close', 'cancel', 'remind'] as const
export type Action = (typeof actions)[number]

/** With fewer votes the result of an anonymous survey would tell who said what. Ours: three is the least in which nobody can subtract themselves and name the other. */
export const leastShown = 3
