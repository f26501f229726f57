import type { Notice } from '@domain/notice/notice'
import type { MessageValues, OutboxMessage } from '@domain/notice/outbox'
import type { Push, PushRow } from '@domain/notice/push'
import { collection } from '../_kit/store'

/** A reader of a notice: a house, or a person when the notice is for roles. `_id` joins notice and reader. */
export interface NoticeRead {
  _id: string
  estateId: string
  noticeId: string
  reader: string
  at: string
}

export interface StoredMessage {
  _id: string
  estateId: string
  /** The openid of the recipient; for a notice, the groups that share its one row. */
  to: string | string[]
  key: string
  at: string
  /** For personal messages only; what a person has read of the notices is stored on the person. */
  read: boolean
  pinned?: boolean
  kind: string
  values: MessageValues
  link: string | null
}

/** A notification that waits for the end of the quiet hours of a house. */
export interface DeferredNotification {
  _id: string
  estateId: string
  at: string
  dueAt: string
  personId: string
  message: OutboxMessage
}

export const messages = collection<StoredMessage>('messages')
export const deferredNotifications = collection<DeferredNotification>('deferred_notifications')
export const notices = collection<Notice>('notices')
export const noticeReads = collection<NoticeRead>('notice_reads')
export const pushes = collection<Push>('pushes')
export const pushRows = collection<PushRow>('push_rows')

export const readId = (noticeId: string, reader: string): string => `${noticeId}:${reader}`
