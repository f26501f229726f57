import type { Schema } from './collection-spec'

export const schema: Schema = {
  estates: {
    permission: 'ADMINONLY',
    kept: {
      what: null,
      why: 'The rules are applied by them',
    },
    until: 'until the estate is removed',
    indexes: [],
  },
  persons: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Name, phone, language, houses, posts, unspent accepts of notifications, agreement to the privacy guide',
      why: 'Permissions are judged by it; notifications are addressed by it',
      erased: 'It is removed',
    },
    until: 'until the person erases themselves',
    indexes: [
      { name: 'post', keys: { postKeys: 1 } },
      { name: 'house', keys: { houseKeys: 1 } },
      { name: 'address', keys: { addresses: 1, _id: 1 } },
    ],
  },
  houses: {
    permission: 'ADMINONLY',
    kept: {
      what: 'The register: code, floor area, name and phone of the owner',
      why: 'Proves who may bind a house; the desk finds a house by it',
      erased: 'It stays: the register is the estate’s',
    },
    until: 'until the estate’s register says otherwise',
    indexes: [
      { name: 'estate_code', keys: { estateId: 1, code: 1 }, unique: true },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'building', keys: { estateId: 1, building: 1, code: 1 } },
      { name: 'owner', keys: { estateId: 1, ownerName: 1, code: 1 } },
      { name: 'phone', keys: { estateId: 1, phoneTail: 1, code: 1 } },
    ],
  },
  households: {
    permission: 'ADMINONLY',
    kept: {
      what: 'What a household has chosen to share: preferences, pets, languages, elderly people and children, quiet hours',
      why: 'The butler serves the household by it; quiet hours hold back notifications',
      erased: 'It goes with the last member',
    },
    until: 'until the last member leaves the house',
    indexes: [],
  },
  /** Answers of writes, for repeated requests. */
  requests: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Answers of writes, as the sender saw them',
      why: 'A request that is sent again gets the same answer',
      erased: 'Answers that show a repair or a complaint of the person are removed',
    },
    retentionDays: 7,
    indexes: [
      { name: 'at', keys: { at: 1 } },
      { name: 'record', keys: { record: 1 } },
    ],
  },
  photo_checks: {
    permission: 'ADMINONLY',
    kept: {
      what: null,
      why: 'WeChat’s verdict on a photo arrives later',
    },
    retentionDays: 7,
    indexes: [
      { name: 'at', keys: { at: 1 } },
      { name: 'file', keys: { fileID: 1 } },
    ],
  },
  /** Spreadsheets in storage. */
  stored_sheets: {
    permission: 'ADMINONLY',
    kept: {
      what: 'A spreadsheet that was exported or imported, as a file',
      erased: 'It goes when its days are over',
      why: 'The file is deleted with it',
    },
    until: null,
    indexes: [{ name: 'age', keys: { estateId: 1, at: 1 } }],
  },
  anonymous_books: {
    permission: 'ADMINONLY',
    kept: {
      what: 'How much the author of anonymous complaints has done in the last hours, under a keyed hash',
      why: 'One person cannot use up what all need',
      erased: 'It goes when its days are over: nobody can find it by the person',
    },
    retentionDays: 2,
    indexes: [{ name: 'at', keys: { at: 1 } }],
  },
  held_back: {
    permission: 'ADMINONLY',
    kept: {
      what: 'How often a limit has held a house back on a day, without who',
      why: 'The desk sees that a household needs help, or that a limit is too tight',
      erased: 'It goes when its days are over: it does not name the person',
    },
    retentionDays: 7,
    indexes: [
      { name: 'estate', keys: { estateId: 1, at: -1 } },
      { name: 'at', keys: { at: 1 } },
    ],
  },
  audit: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Who did what to which record, and when, without contents',
      why: 'Every disclosure and every deed of the desk can be accounted for',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'who', keys: { estateId: 1, by: 1, key: -1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'record', keys: { record: 1 } },
    ],
  },
}
