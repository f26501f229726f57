import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  orders: {
    permission: 'ADMINONLY',
    kept: {
      what: 'What was reported, by whom, with phone and photos; which staff did what; quote and rating',
      why: 'Each house keeps its repair record; the figures and the appraisal of staff are counted from it',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'estate_no', keys: { estateId: 1, no: 1 }, unique: true },
      { name: 'day', keys: { estateId: 1, key: -1 } },
      { name: 'changed', keys: { changedKey: 1 } },
      { name: 'mine', keys: { estateId: 1, reporters: 1, key: -1 } },
      { name: 'reporter', keys: { reporters: 1 } },
      { name: 'hand', keys: { hands: 1 } },
      { name: 'photo', keys: { photos: 1 } },
      { name: 'photo_of_step', keys: { 'timeline.photos': 1 } },
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'house_status', keys: { houseId: 1, status: 1, key: -1 } },
      { name: 'queue', keys: { estateId: 1, open: 1, dueKey: 1 } },
      { name: 'status', keys: { estateId: 1, status: 1, dueKey: 1 } },
      { name: 'assigned', keys: { estateId: 1, assigneeId: 1, open: 1, dueKey: 1 } },
      { name: 'assigned_status', keys: { estateId: 1, assigneeId: 1, status: 1, dueKey: 1 } },
      { name: 'similar_public', keys: { estateId: 1, place: 1, category: 1, open: 1, key: -1 } },
      { name: 'similar_house', keys: { houseId: 1, category: 1, open: 1, key: -1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
