import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  complaints: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'day', keys: { estateId: 1, key: -1 } },
      { name: 'changed', keys: { changedKey: 1 } },
      { name: 'mine', keys: { estateId: 1, authorKey: 1, key: -1 } },
      { name: 'mine_status', keys: { estateId: 1, authorKey: 1, status: 1, key: -1 } },
      { name: 'author', keys: { authorKey: 1 } },
      { name: 'house', keys: { estateId: 1, houseId: 1, key: -1 } },
      { name: 'waits', keys: { estateId: 1, waitsFor: 1, dueKey: 1 } },
      { name: 'status', keys: { estateId: 1, status: 1, dueKey: 1 } },
      { name: 'about', keys: { aboutPerson: 1 } },
      { name: 'handler', keys: { handlers: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
