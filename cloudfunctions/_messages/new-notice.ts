import { sortKey } from '@domain/kernel/paging'
import { recordNumber } from '@domain/kernel/record-number'
import type { Notice } from '@domain/notice/notice'
import type { Mark } from '@domain/notice/outbox'
import type { SetEstate } from '../_kit/estate'

type Given = Pick<Notice, 'kind' | 'title' | 'body' | 'audience' | 'groups' | 'about'> &
  Partial<Pick<Notice, 'photos' | 'pinned' | 'until'>>

interface Publishing {
  estate: SetEstate
  by: string
  now: Date
  /** Its key becomes the notice's id, so that a repeated request makes no second notice. */
  request: Mark
  /** Whether its readers are notified in WeChat too. */
  push: boolean
}

/** A new notice, as it is first written. */
export function newNotice(given: Given, { estate, by, now, request, push }: Publishing): Notice {
  const id = request.key
  const { photos = [], pinned = false, until = null } = given
  return {
    ...given,
    photos,
    pinned,
    until,
    _id: id,
    estateId: estate._id,
    key: sortKey(now, id),
    at: now.toISOString(),
    no: recordNumber('G', { at: now, zone: estate.zone, id }),
    unchecked: photos,
    alarm: until,
    withdrawnAt: null,
    by,
    pushes: push ? [firstPushId(id)] : [],
    pushedAt: push ? now.toISOString() : null,
    rev: 0,
    outbox: [],
    outboxDue: true,
    marks: [request],
  }
}

/**
 * The id of the push that a notice is made with; derived from the notice's id, so that the answer can name
 * it.
 */
export const firstPushId = (noticeId: string): string => `${noticeId.slice(0, 24)}-push`
