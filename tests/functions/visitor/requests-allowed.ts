import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'visitor'> = {
  exportLog: {
    most: 8,
    why: 'reads a thousand lines per request, stores the sheet, asks for its address and writes the audit',
  },
  gateKit: { most: 3, why: 'passes and blocked plates, in parallel; once a shift and every few minutes' },
  scan: { most: 3, why: 'fewer than other writes: the gate waits' },
  create: {
    most: 6,
    why: 'counts the use; looks for a block after the pass is written; asks for the estate, which is then cached for a minute',
  },
  block: {
    most: 8,
    why: 'writes the block, the passes that it stops and the audit, and reads the list for its answer; a repeated call finds the block there',
  },
  unblock: {
    most: 7,
    why: 'unblocks the passes, removes the block, writes the audit, and reads the list for its answer',
  },
  sync: { most: Infinity, why: 'a conditional write per record of a phone that was offline' },
}
