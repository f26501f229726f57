import type { Notice } from '@domain/notice/notice'
import type { MessageValues, OutboxMessage } from '@domain/notice/outbox'
import type { Push, PushRow } from '@domain/notice/push'
import { collection } from '../_kit/store'

/** That a house, or a person where a notice is for roles, has read it. `_id` is notice and reader. */
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
  /** Whose it is; a notice's one line is for all of these groups. */
  to: string | string[]
  key: string
  at: string
  /** Of one's own; who has read a notice keeps that themselves. */
  read: boolean
  pinned?: boolean
  kind: string
  values: MessageValues
  link: string | null
}

/** A notification that waits until the quiet hours of a house are over. */
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
