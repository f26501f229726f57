import type { Notice } from '@domain/notice/notice'
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

export const notices = collection<Notice>('notices')
export const noticeReads = collection<NoticeRead>('notice_reads')
export const pushes = collection<Push>('pushes')
export const pushRows = collection<PushRow>('push_rows')

export const readId = (noticeId: string, reader: string): string => `${noticeId}:${reader}`
