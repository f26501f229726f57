import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  bindings: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Who asked for which house in what relation, with name and phone, from when to when',
      why: 'Proves who belonged to a house when something happened',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'live', keys: { liveKey: 1 }, unique: true },
      { name: 'place', keys: { placeKey: 1 }, unique: true },
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'estate_status', keys: { estateId: 1, status: 1, key: -1 } },
      { name: 'house', keys: { estateId: 1, houseId: 1, key: -1 } },
      { name: 'house_status', keys: { estateId: 1, houseId: 1, status: 1, key: -1 } },
      { name: 'person', keys: { openid: 1, key: -1 } },
      { name: 'person_status', keys: { openid: 1, status: 1, key: -1 } },
      { name: 'ends', keys: { endsAt: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  ended_posts: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Whose post ended',
      why: 'What the post granted is taken back, whatever fault interrupts it',
    },
    until: null,
    indexes: [
      { name: 'age', keys: { estateId: 1, at: 1 } },
      { name: 'person', keys: { openid: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  building_codes: {
    permission: 'ADMINONLY',
    kept: {
      what: null,
      why: 'Residents scan it to bind their house',
    },
    until: 'until the estate is removed',
    indexes: [{ name: 'building', keys: { buildingKey: 1 }, unique: true }],
  },
}
