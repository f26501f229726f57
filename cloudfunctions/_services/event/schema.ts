import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  events: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Who signed up with how many people, came and rated',
      why: 'Seats are given in the order of the log; the figures are counted from it',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'estate', keys: { estateId: 1, whenKey: 1 } },
      { name: 'listed', keys: { to: 1, whenKey: 1 } },
      { name: 'mine', keys: { estateId: 1, people: 1, whenKey: -1 } },
      { name: 'people', keys: { people: 1 } },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'by', keys: { by: 1 } },
      { name: 'photo', keys: { photos: 1 } },
      { name: 'cover', keys: { cover: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
