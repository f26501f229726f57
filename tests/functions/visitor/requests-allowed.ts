import type { RequestsAllowed } from '../../support/requests-allowed'

export const requestsAllowed: RequestsAllowed<'visitor'> = {
  exportLog: {
    most: 8,
    why: 'a thousand lines a request, then the sheet is stored, its address asked for, and the audit written',
  },
  gateKit: { most: 3, why: 'passes and blocked plates, side by side; once a shift and every few minutes' },
  scan: { most: 3, why: 'less than others: the gate waits' },
  create: {
    most: 5,
    why: 'looks for a block once the pass stands; and for the estate, which is then known for a minute',
  },
  block: {
    most: 8,
    why: 'writes the block, the passes it stops and the audit, and answers with the list; the second time finds the block there',
  },
  unblock: {
    most: 7,
    why: 'lifts the block off the passes, removes it, is audited, and answers with the list',
  },
  sync: { most: Infinity, why: 'a conditional write per record of a phone that was without a network' },
}
