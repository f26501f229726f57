import type { Schema } from '../../_kit/collection-spec'

export const schema: Schema = {
  // Passes and their log are kept as long as the estate has set (domain/visitor/settings.ts, keepDays).
  visitor_passes: {
    permission: 'ADMINONLY',
    kept: {
      what: 'A guest’s name, phone, plate and visits, and the host',
      why: 'The gate admits the guest; the host sees who came',
    },
    until: null,
    indexes: [
      { name: 'token', keys: { shareToken: 1 }, unique: true },
      { name: 'digits', keys: { codeKey: 1 }, unique: true },
      { name: 'spoken', keys: { spokenKeys: 1 } },
      { name: 'quota', keys: { quotaKey: 1 }, unique: true },
      { name: 'plate', keys: { estateId: 1, plateKey: 1 } },
      { name: 'serial', keys: { estateId: 1, plateSerial: 1 } },
      { name: 'host', keys: { hostId: 1, key: -1 } },
      { name: 'house', keys: { houseId: 1, status: 1, live: 1, key: -1 } },
      { name: 'kit', keys: { estateId: 1, kitKey: 1 } },
      { name: 'inside', keys: { estateId: 1, insideKey: 1 } },
      { name: 'status', keys: { estateId: 1, status: 1, key: -1 } },
      { name: 'others', keys: { otherIds: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  visitor_log: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Who came in and out when, for which house, and the guard',
      why: 'Gate control can be proven; who is inside is known',
    },
    until: null,
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'gate', keys: { estateId: 1, gate: 1, key: -1 } },
      { name: 'conflict', keys: { estateId: 1, conflict: 1, key: -1 } },
      { name: 'pass', keys: { passId: 1 } },
      { name: 'guard', keys: { by: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
    ],
  },
  visitor_blocks: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Phone or plate of a visitor who is not admitted, and the reason',
      why: 'The gate does not admit them',
    },
    until: 'until the desk lifts the block',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'subject', keys: { estateId: 1, subject: 1 } },
      { name: 'by', keys: { by: 1 } },
    ],
  },
}
