import type { Schema } from './collection-spec'

export const schema: Schema = {
  estates: { permission: 'ADMINONLY', indexes: [] },
  persons: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'post', keys: { postKeys: 1 } },
      { name: 'house', keys: { houseKeys: 1 } },
      { name: 'address', keys: { addresses: 1, _id: 1 } },
    ],
  },
  houses: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate_code', keys: { estateId: 1, code: 1 }, unique: true },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'building', keys: { estateId: 1, building: 1, code: 1 } },
      { name: 'owner', keys: { estateId: 1, ownerName: 1, code: 1 } },
      { name: 'phone', keys: { estateId: 1, phoneTail: 1, code: 1 } },
    ],
  },
  households: { permission: 'ADMINONLY', indexes: [] },
  /** Answers of writes, for repeated requests. */
  requests: { permission: 'ADMINONLY', retentionDays: 7, indexes: [{ name: 'at', keys: { at: 1 } }] },
  photo_checks: { permission: 'ADMINONLY', retentionDays: 7, indexes: [{ name: 'at', keys: { at: 1 } }] },
  anonymous_books: { permission: 'ADMINONLY', retentionDays: 2, indexes: [{ name: 'at', keys: { at: 1 } }] },
  held_back: {
    permission: 'ADMINONLY',
    retentionDays: 7,
    indexes: [
      { name: 'estate', keys: { estateId: 1, at: -1 } },
      { name: 'at', keys: { at: 1 } },
    ],
  },
  audit: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'who', keys: { estateId: 1, by: 1, key: -1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'record', keys: { record: 1 } },
    ],
  },
}
