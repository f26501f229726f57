import { estateDay } from '@domain/kernel/estate-time'
import { sortKey } from '@domain/kernel/paging'
import type { Notice } from '@domain/notice/notice'
import type { SetEstate } from '../_kit/estate'

type Given = Pick<Notice, 'kind' | 'title' | 'body' | 'audience' | 'groups' | 'about'> &
  Partial<Pick<Notice, 'photos' | 'pinned' | 'until'>>

/** A notice before anybody has seen it. With `push` it knocks on doors too. */
export function newNotice(
  given: Given,
  { estate, by, now, id, push }: { estate: SetEstate; by: string; now: Date; id: string; push: boolean },
): Notice {
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
    no: `G${estateDay(now, estate.zone).slice(2).replaceAll('-', '')}-${id.slice(0, 6).toUpperCase()}`,
    unchecked: photos,
    alarm: until,
    withdrawnAt: null,
    by,
    pushes: push ? [firstPushOf(id)] : [],
    pushedAt: push ? now.toISOString() : null,
    rev: 0,
    outbox: [],
    outboxDue: true,
    marks: [],
  }
}

/** Known before the notice is written, so that the answer can name it. */
export const firstPushOf = (noticeId: string): string => `${noticeId.slice(0, 24)}-push`
