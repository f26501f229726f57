import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  bindings: {
    permission: 'ADMINONLY',
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
    indexes: [
      { name: 'age', keys: { estateId: 1, at: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  building_codes: {
    permission: 'ADMINONLY',
    indexes: [{ name: 'building', keys: { buildingKey: 1 }, unique: true }],
  },
}
