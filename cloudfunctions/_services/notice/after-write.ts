import type { Notice } from '@domain/notice/notice'
import { checkPhotos } from '../../_kit/safety'
import { notices } from '../../_messages/records'
import { syncNotice } from '../../_messages/sync-notice'

/** Syncs the notice, and has its photos checked: all of them come with the first write. */
export async function afterNotice(notice: Notice): Promise<void> {
  await syncNotice(notice, new Date())
  if (notice.rev === 0) await checkPhotos(notices, notice._id, notice.unchecked, notice.by)
}
