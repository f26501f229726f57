import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  complaints: {
    permission: 'ADMINONLY',
    kept: {
      what: 'What was complained about, by whom, with photos and voice, what staff did and how the author rated it; of an anonymous one the author only sealed',
      why: 'The estate proves that every complaint was answered and called back; the figures are counted from it',
    },
    until: 'as long as the estate uses the product',
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
      { name: 'hand', keys: { hands: 1 } },
      { name: 'photo', keys: { photos: 1 } },
      { name: 'photo_of_step', keys: { 'timeline.photos': 1 } },
      { name: 'voice', keys: { 'voice.fileID': 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
}
