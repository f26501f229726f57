import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  surveys: {
    permission: 'ADMINONLY',
    kept: {
      what: 'What was asked and how it was answered; single votes with names only where the vote is not anonymous',
      why: 'The result can be checked',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'estate', keys: { estateId: 1, endKey: 1 } },
      { name: 'listed', keys: { groups: 1, endKey: 1 } },
      { name: 'ballot', keys: { 'ballots.who': 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
