import type { Complaint } from '@domain/complaint/complaint'
import { checkPhotos } from '../../_kit/safety'
import { complaints } from './records'

/** The photos of a named complaint, and of whoever answered it. */
export async function afterComplaint(complaint: Complaint): Promise<void> {
  const brings = complaint.outbox.some(
    ({ kind }) => kind === 'complaint.submitted' || kind === 'complaint.resolved',
  )
  if (brings && !complaint.anonymous)
    await checkPhotos(complaints, complaint._id, complaint.unchecked, complaint.authorKey)
}
