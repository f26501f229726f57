import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'visitor'> = {
  exportLog: {
    most: 8,
    why: 'reads a thousand lines per request, stores the sheet, asks for its address and writes the audit',
  },
  list: { most: 3, why: 'blocks are read where they count, for the guests with a phone or a plate' },
  get: { most: 3, why: 'the block of a guest with a phone or a plate' },
  gateKit: { most: 3, why: 'passes and blocks, in parallel; once a shift and every few minutes' },
  scan: {
    most: 5,
    why: 'three for a code; one more for a guest with a phone or a plate, whose block is read; a refusal sent again reads what was logged',
  },
  create: {
    most: 6,
    why: 'counts the use; looks for a block; asks for the estate, which is then cached for a minute',
  },
  block: {
    most: 7,
    why: 'reads and stores the answer for a repetition, finds the block there the second time, writes the audit, and reads the list',
  },
  unblock: {
    most: 7,
    why: 'reads and stores the answer for a repetition, writes the audit, removes the block, and reads the list',
  },
  sync: { most: Infinity, why: 'a conditional write per record of a phone that was offline' },
}
