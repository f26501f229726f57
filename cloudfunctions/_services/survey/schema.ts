import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  surveys: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, endKey: 1 } },
      { name: 'listed', keys: { groups: 1, endKey: 1 } },
      { name: 'ballot', keys: { 'ballots.who': 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
