import type { Block } from '@domain/visitor/block'
import { op } from '../../_kit/store'
import { blocks } from './records'

/**
 * Blocks are read where they count, and nowhere copied: one write makes a block true, and one ends it, at the
 * gates, in the kit, for cars and on the household's screen alike.
 */

/** The blocks that name one of these phones or plates now; no request when there is none to look for. */
export function blocksOf(estateId: string, subjects: readonly string[], now: Date): Promise<Block[]> {
  if (subjects.length === 0) return Promise.resolve([])
  return blocks.find({ estateId, subject: op.in(subjects), until: op.gt(now.toISOString()) })
}

/** All blocks of the estate that hold now: a few dozen, in one request. */
export const blocksOfEstate = (estateId: string, now: Date): Promise<Block[]> =>
  blocks.findAll({ estateId, until: op.gt(now.toISOString()) }, { by: 'key' })
