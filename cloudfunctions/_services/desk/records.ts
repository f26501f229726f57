import type { Tally } from '@domain/desk/figures'
import { collection } from '../../_kit/store'

export const tallies = collection<Tally>('figures')
/**
 * How far the timer has read a collection's changes, and when it last found some; `_id` is the collection's
 * name.
 */
export const figureMarks = collection<{ _id: string; until: string; lookedAt: string }>('figure_marks')
