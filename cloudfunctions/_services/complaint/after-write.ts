import type { Complaint } from '@domain/complaint/complaint'
import { checkPhotos } from '../../_kit/safety'
import { complaints } from './records'

/** Has the photos of a named complaint checked, and those of the staff's answer. */
export async function afterComplaint(complaint: Complaint): Promise<void> {
  const hasNewPhotos = complaint.outbox.some(
    ({ kind }) => kind === 'complaint.submitted' || kind === 'complaint.resolved',
  )
  if (hasNewPhotos && !complaint.anonymous)
    await checkPhotos(complaints, complaint._id, complaint.unchecked, complaint.authorKey)
}
