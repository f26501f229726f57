import type { Mark } from '@domain/notice/outbox'
import type { Complaint } from '@domain/complaint/complaint'
import type { Move } from '@domain/complaint/contract'
import { Refusal } from '@domain/kernel/failure'
import type { Caller } from '@domain/kernel/people'
import { audit } from '../_kit/audit'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { unseal } from '../_services/complaint/author'
import { complaints } from '../_services/complaint/records'
import { readerOf } from '../_services/complaint/write'
import { refuseUnless, visible } from './move-complaint'

interface Reading {
  caller: Caller
  now: Date
  request: Mark
}

/** Records in the audit that the author is read, then returns the complaint: no name leaves before that. */
async function recordReading(
  move: Extract<Move, 'contact' | 'reveal'>,
  found: Complaint | null,
  { caller, now, request }: Reading,
): Promise<Complaint> {
  const reader = readerOf(caller)
  const complaint = visible(found, reader)
  const { reopenDays } = (await readEstate(complaint.estateId)).settings.complaint
  refuseUnless(move, complaint, { reader, now, reopenDays })
  await audit(request, now, {
    estateId: complaint.estateId,
    by: caller.openid,
    did: `complaint.${move}`,
    record: complaint._id,
  })
  return complaint
}

export const readContact = action('complaint', 'contact', {
  load: ({ id }) => complaints.byId(id),
  async run({ caller, loaded, now, request }) {
    const { contact } = await recordReading('contact', loaded, { caller, now, request })
    if (contact === null) throw new Refusal('CONFLICT')
    return contact
  },
})

/** Who wrote an anonymous complaint. */
export const revealAuthor = action('complaint', 'reveal', {
  load: ({ id }) => complaints.byId(id),
  async run({ caller, loaded, now, request }) {
    const { sealed, _id } = await recordReading('reveal', loaded, { caller, now, request })
    if (sealed === null) throw new Refusal('CONFLICT')
    return unseal(sealed, _id)
  },
})
