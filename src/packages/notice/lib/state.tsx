import type { NoticeView } from '@domain/notice/contract'
import { Badge } from '@/ui'
import { useTexts } from '../texts'

type Stated = Pick<NoticeView, 'pinned' | 'withdrawn' | 'until' | 'about'>

/** Whether residents still see the notice: only then can it be pinned or residents be reminded. */
export const isListed = ({ withdrawn, until }: Pick<NoticeView, 'withdrawn' | 'until'>): boolean =>
  !withdrawn && (until === null || Date.parse(until) > Date.now())

/** Badges for pinned, expired and withdrawn notices; an ordinary current notice has none. */
export function NoticeBadges({ notice }: { notice: Stated }) {
  const t = useTexts()
  return (
    <>
      {notice.withdrawn ? <Badge text={t('withdrawn')} tone="quiet" icon="close" /> : null}
      {notice.withdrawn || isListed(notice) ? null : <Badge text={t('over')} tone="quiet" icon="clock" />}
      {notice.pinned ? <Badge text={t('pinned')} tone="info" icon="pin" /> : null}
      {notice.about ? (
        <Badge
          text={t(notice.about.kind)}
          tone="quiet"
          icon={notice.about.kind === 'survey' ? 'ballot' : 'flag'}
        />
      ) : null}
    </>
  )
}

/** Whether there is any badge. */
export const hasBadges = (notice: Stated): boolean =>
  notice.pinned || notice.about !== null || !isListed(notice)
