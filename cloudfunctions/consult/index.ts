import { consultContract } from '@domain/consult/contract'
import { serve } from '../_kit/serve'
import { listThreads, readThread } from './read-threads'
import { handOver, sayInThread } from './say'

export const main = serve('consult', consultContract, {
  threads: listThreads,
  thread: readThread,
  say: sayInThread,
  handOver,
})
