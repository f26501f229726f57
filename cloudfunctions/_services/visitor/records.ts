import { forbidden } from '@domain/kernel/failure'
import type { Block } from '@domain/visitor/block'
import type { LogEntry, Pass } from '@domain/visitor/pass'
import { collection } from '../../_kit/store'

export const passes = collection<Pass>('visitor_passes')

/** @throws Refusal FORBIDDEN when the pass has been deleted meanwhile */
export async function reloadPass({ _id }: Pass): Promise<Pass> {
  const pass = await passes.byId(_id)
  if (pass === null) throw forbidden()
  return pass
}

export const gateLog = collection<LogEntry>('visitor_log')
export const blocks = collection<Block>('visitor_blocks')
