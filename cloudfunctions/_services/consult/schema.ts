import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  consult_threads: {
    permission: 'ADMINONLY',
    kept: {
      what: 'The last line of a house’s conversation, and whether it waits for an answer',
      why: 'The desk sees which house waits',
    },
    until: 'as long as the house is in the register',
    indexes: [
      { name: 'last', keys: { estateId: 1, lastKey: -1 } },
      { name: 'waiting', keys: { estateId: 1, waitKey: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
    ],
  },
  consult_messages: {
    permission: 'ADMINONLY',
    kept: {
      what: 'What a house and the desk have written, with names and photos',
      why: 'The next shift can answer; what was promised can be read',
    },
    until: 'as long as the house is in the register',
    indexes: [
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'photo', keys: { photos: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
