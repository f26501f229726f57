/** What is counted; without schemas, so that a page can use it. */
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

/** What the plans promise, in percent; docs/promises.md, "Figures". */
export const promised: Partial<Record<FigureName, number>> = {
  complaintsResolved: 98,
  calledBack: 100,
  satisfied: 90,
}
/** Not shares but averages: minutes, or points from 1 to 5. */
export const averages: readonly FigureName[] = [
  'responseMinutes',
  'startMinutes',
  'completionMinutes',
  'score',
]
