/**
 * Collections, their indexes, permissions and retention: data that deploying
 * and the local process both read. Every query of a function finds its index here.
 */
export interface IndexSpec {
  name: string
  /** Field path → direction, in the order of the index. A field that holds an array is indexed element by element. */
  keys: Record<string, 1 | -1>
  unique?: boolean
}

export interface CollectionSpec {
  indexes: IndexSpec[]
  /** Clients never touch the database: everything goes through a function. */
  permission: 'ADMINONLY'
  /** Days after which the timer removes a record, counted from its `at`; absent: kept. */
  retentionDays?: number
}

export const schema: Record<string, CollectionSpec> = {
  estates: { permission: 'ADMINONLY', indexes: [] },
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
  building_codes: {
    permission: 'ADMINONLY',
    indexes: [{ name: 'building', keys: { buildingKey: 1 }, unique: true }],
  },
  bindings: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'live', keys: { liveKey: 1 }, unique: true },
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
  households: { permission: 'ADMINONLY', indexes: [] },
  deferred_notifications: { permission: 'ADMINONLY', indexes: [{ name: 'due', keys: { dueAt: 1 } }] },
  persons: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'post', keys: { postKeys: 1 } },
      { name: 'house', keys: { houseKeys: 1 } },
      { name: 'address', keys: { addresses: 1, _id: 1 } },
    ],
  },
  orders: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate_no', keys: { estateId: 1, no: 1 }, unique: true },
      { name: 'day', keys: { estateId: 1, key: -1 } },
      { name: 'changed', keys: { changedKey: 1 } },
      { name: 'mine', keys: { estateId: 1, reporters: 1, key: -1 } },
      { name: 'mine_status', keys: { estateId: 1, reporters: 1, status: 1, key: -1 } },
      { name: 'reporter', keys: { reporters: 1 } },
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
  // Passes, their log: kept as long as the estate has set (domain/visitor/settings.ts, keepDays).
  visitor_passes: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'token', keys: { shareToken: 1 }, unique: true },
      { name: 'digits', keys: { codeKey: 1 }, unique: true },
      { name: 'spoken', keys: { shortCode: 1, live: 1 } },
      { name: 'plate', keys: { plateKey: 1 } },
      { name: 'plate_prefix', keys: { estateId: 1, plateKey: 1 } },
      { name: 'serial_prefix', keys: { estateId: 1, plateSerial: 1 } },
      { name: 'phone', keys: { estateId: 1, phone: 1 } },
      { name: 'host', keys: { hostId: 1, key: -1 } },
      { name: 'starred', keys: { hostId: 1, starred: 1, key: -1 } },
      { name: 'house_live', keys: { houseId: 1, live: 1 } },
      { name: 'house_status', keys: { houseId: 1, status: 1, key: -1 } },
      { name: 'live', keys: { estateId: 1, live: 1, to: 1 } },
      { name: 'inside', keys: { estateId: 1, insideKey: 1 } },
      { name: 'status', keys: { estateId: 1, status: 1, key: -1 } },
      { name: 'holder', keys: { 'holder.openid': 1 } },
      { name: 'asked', keys: { 'askedBy.openid': 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  visitor_log: {
    permission: 'ADMINONLY',
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
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'subject', keys: { estateId: 1, subject: 1 } },
      { name: 'by', keys: { by: 1 } },
    ],
  },
  // Registered vehicles, and the plates that are not let in.
  vehicles: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'plate_once', keys: { plateKey: 1 }, unique: true },
      { name: 'quota', keys: { quotaKey: 1 }, unique: true },
      { name: 'space_once', keys: { spaceKey: 1 }, unique: true },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'house_live', keys: { houseId: 1, live: 1 } },
      { name: 'house_code', keys: { estateId: 1, house: 1, key: -1 } },
      { name: 'estate', keys: { estateId: 1, kind: 1, key: -1 } },
      { name: 'queue', keys: { estateId: 1, waitsFor: 1, waitKey: 1 } },
      { name: 'line', keys: { estateId: 1, waitsFor: 1, vehicle: 1, waitKey: 1 } },
      { name: 'gate', keys: { plate: 1, atGate: 1 } },
      { name: 'plate_prefix', keys: { estateId: 1, atGate: 1, plate: 1 } },
      { name: 'serial_prefix', keys: { estateId: 1, atGate: 1, serial: 1 } },
      { name: 'inside', keys: { estateId: 1, insideKey: 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'decided', keys: { decidedBy: 1 } },
      { name: 'asked', keys: { 'move.by': 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  parking_spaces: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: 1 } },
      { name: 'area', keys: { estateId: 1, area: 1, key: 1 } },
      { name: 'vehicle', keys: { estateId: 1, vehicle: 1, key: 1 } },
      { name: 'area_vehicle', keys: { estateId: 1, area: 1, vehicle: 1, key: 1 } },
    ],
  },
  parking_areas: { permission: 'ADMINONLY', indexes: [] },
  parking_hours: {
    permission: 'ADMINONLY',
    retentionDays: 400,
    indexes: [
      { name: 'estate', keys: { estateId: 1, at: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  // Kept as long as the estate has set (domain/parking/settings.ts, keepDays).
  vehicle_log: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, key: -1 } },
      { name: 'guard', keys: { by: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
    ],
  },
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
  consult_threads: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'last', keys: { estateId: 1, lastKey: -1 } },
      { name: 'waiting', keys: { estateId: 1, waitKey: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
    ],
  },
  consult_messages: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'house', keys: { houseId: 1, key: -1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  // Days and months of the figures, and how far the timer has read.
  figures: { permission: 'ADMINONLY', indexes: [{ name: 'key', keys: { estateId: 1, key: 1 } }] },
  figure_marks: { permission: 'ADMINONLY', indexes: [] },
  events: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, whenKey: 1 } },
      { name: 'listed', keys: { to: 1, whenKey: 1 } },
      { name: 'mine', keys: { estateId: 1, people: 1, whenKey: -1 } },
      { name: 'people', keys: { people: 1 } },
      { name: 'scene', keys: { scene: 1 }, unique: true },
      { name: 'by', keys: { by: 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  surveys: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'estate', keys: { estateId: 1, endKey: 1 } },
      { name: 'listed', keys: { groups: 1, endKey: 1 } },
      { name: 'ballot', keys: { 'ballots.who': 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  notices: {
    permission: 'ADMINONLY',
    indexes: [
      { name: 'board', keys: { estateId: 1, key: -1 } },
      { name: 'about', keys: { 'about.id': 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  notice_reads: {
    permission: 'ADMINONLY',
    retentionDays: 400,
    indexes: [
      { name: 'notice', keys: { noticeId: 1 } },
      { name: 'reader', keys: { reader: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  pushes: {
    permission: 'ADMINONLY',
    retentionDays: 180,
    indexes: [
      { name: 'board', keys: { estateId: 1, key: -1 } },
      { name: 'due', keys: { due: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  push_rows: {
    permission: 'ADMINONLY',
    retentionDays: 90,
    indexes: [
      { name: 'due', keys: { pushId: 1, dueAt: 1 } },
      { name: 'state', keys: { pushId: 1, state: 1, _id: 1 } },
      { name: 'told', keys: { estateId: 1, pushId: 1, state: 1, _id: 1 } },
      { name: 'person', keys: { openid: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  messages: {
    // Kept as long as its estate has set (domain/settings.ts, messageDays).
    permission: 'ADMINONLY',
    indexes: [
      { name: 'inbox', keys: { to: 1, key: -1 } },
      { name: 'unread', keys: { to: 1, read: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
    ],
  },
  /** Answers of writes, so that one sent again is answered as the first time. */
  requests: { permission: 'ADMINONLY', retentionDays: 7, indexes: [{ name: 'at', keys: { at: 1 } }] },
  photo_checks: { permission: 'ADMINONLY', retentionDays: 7, indexes: [{ name: 'at', keys: { at: 1 } }] },
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
