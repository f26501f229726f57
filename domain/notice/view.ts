import { hasPost, type Caller } from '../kernel/people'
import type { NoticeView } from './contract'
import { isListed, linkOf, type Notice } from './notice'

const isDesk = (caller: Caller): boolean => hasPost(caller, 'butler', 'manager')

/**
 * Whether the caller may see a notice: the desk sees all of its estate, others those for their groups until
 * they are withdrawn.
 */
export const maySeeNotice = (notice: Notice, caller: Caller, groups: readonly string[]): boolean =>
  notice.estateId === caller.estateId &&
  (isDesk(caller) || (notice.withdrawnAt === null && notice.groups.some(group => groups.includes(group))))

/** A notice in the reader's language; the caller adds the picture addresses. */
export function viewNotice(notice: Notice, caller: Caller, now: Date): NoticeView {
  const { _id, no, at, title, body, photos, unchecked, pinned, until, withdrawnAt, about, audience, pushes } =
    notice
  return {
    id: _id,
    no,
    at,
    title: title[caller.lang],
    body: body[caller.lang],
    photos: photos.filter(photo => isDesk(caller) || !unchecked.includes(photo)),
    pictures: {},
    pinned: pinned && isListed(notice, now),
    until,
    withdrawn: withdrawnAt !== null,
    about,
    link: about === null ? null : linkOf(notice),
    audience: isDesk(caller) ? audience : null,
    pushes: isDesk(caller) ? pushes : [],
  }
}
