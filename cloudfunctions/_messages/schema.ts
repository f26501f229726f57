import type { Schema } from '../_kit/collection-spec'

export const schema: Schema = {
  notices: {
    permission: 'ADMINONLY',
    kept: {
      what: 'The notices of the desk, with their author',
      why: 'What was announced can be shown later',
    },
    until: 'as long as the estate uses the product',
    indexes: [
      { name: 'board', keys: { estateId: 1, key: -1 } },
      { name: 'about', keys: { 'about.id': 1 } },
      { name: 'alarm', keys: { alarm: 1 } },
      { name: 'by', keys: { by: 1 } },
      { name: 'photo', keys: { photos: 1 } },
      { name: 'outbox', keys: { outboxDue: 1 } },
    ],
  },
  notice_reads: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Which house or person has read which notice, and when',
      why: 'The desk sees who has not been reached',
    },
    retentionDays: 400,
    indexes: [
      { name: 'notice', keys: { noticeId: 1 } },
      { name: 'reader', keys: { reader: 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  pushes: {
    permission: 'ADMINONLY',
    kept: {
      what: 'A message to many people, and how many have received it',
      why: 'A push that was interrupted continues',
    },
    retentionDays: 180,
    indexes: [
      { name: 'board', keys: { estateId: 1, key: -1 } },
      { name: 'due', keys: { due: 1 } },
      { name: 'sender', keys: { 'message.except': 1 } },
      { name: 'recipient', keys: { 'target.openids': 1 } },
      { name: 'age', keys: { at: 1 } },
    ],
  },
  push_rows: {
    permission: 'ADMINONLY',
    kept: {
      what: 'Whether a person was notified by a push',
      why: 'Nobody is notified twice; the desk sees who was not reached',
    },
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
    kept: {
      what: 'The inbox: what a person was notified of',
      why: 'The inbox is complete, whatever WeChat delivers',
    },
    until: null,
    indexes: [
      { name: 'inbox', keys: { to: 1, key: -1 } },
      { name: 'unread', keys: { to: 1, read: 1 } },
      { name: 'age', keys: { estateId: 1, at: 1 } },
    ],
  },
  deferred_notifications: {
    permission: 'ADMINONLY',
    kept: {
      what: 'A notification that waits for the end of a house’s quiet hours',
      why: 'It goes out when they are over',
    },
    until: 'until the quiet hours end',
    indexes: [
      { name: 'due', keys: { dueAt: 1 } },
      { name: 'person', keys: { personId: 1 } },
    ],
  },
}
