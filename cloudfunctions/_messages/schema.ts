import type { Schema } from '../_kit/collection-spec'

export const schema: Schema = {
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
  deferred_notifications: { permission: 'ADMINONLY', indexes: [{ name: 'due', keys: { dueAt: 1 } }] },
}
