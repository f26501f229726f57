/** The figures that are counted; without schemas, so that a page can use them. */
export const figureNames = [
  'complaintsResolved',
  'calledBack',
  'satisfied',
  'acknowledged',
  'answered',
  'repairsAccepted',
  'repairsFinished',
  'reopened',
  'responseMinutes',
  'startMinutes',
  'completionMinutes',
  'score',
] as const
export type FigureName = (typeof figureNames)[number]
export const dimensions = ['all', 'building', 'category', 'person'] as const
export type Dimension = (typeof dimensions)[number]

/** What the plans promise, in percent; null: nothing. docs/promises.md, "Figures". */
export const promised: Record<FigureName, number | null> = {
  complaintsResolved: 98,
  calledBack: 100,
  satisfied: 90,
  acknowledged: null,
  answered: null,
  repairsAccepted: null,
  repairsFinished: null,
  reopened: null,
  responseMinutes: null,
  startMinutes: null,
  completionMinutes: null,
  score: null,
}
/** Figures that are averages and not shares: minutes, or points from 1 to 5. */
export const averages: readonly FigureName[] = [
  'responseMinutes',
  'startMinutes',
  'completionMinutes',
  'score',
]
