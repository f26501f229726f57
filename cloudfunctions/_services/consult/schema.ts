import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  consult_threads: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'last', keys: { estateId: 1, lastKey: -1 } },
      { name: 'waiting', keys: { estateId: 1, waitKey: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
    ],
  },
  consult_messages: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
