import type { Block } from '@domain/visitor/block'
import type { LogEntry, Pass } from '@domain/visitor/pass'
import { collection } from '../../_kit/store'

export const passes = collection<Pass>('visitor_passes')
export const gateLog = collection<LogEntry>('visitor_log')
export const blocks = collection<Block>('visitor_blocks')
