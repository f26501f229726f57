import { close, escalate } from '@domain/complaint/decisions'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { complaints } from './records'
import { changed, system } from './write'

/**
 * Clocks that ran out are told once to each; what has been called back closes by itself, and nothing else
 * does.
 */
export const watchComplaints: TimerTask = async now => {
  const due = await complaints.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  const done = { complaintsClosed: 0, complaintsEscalated: 0 }
  for (const complaint of due) {
    const closes = complaint.status === 'called_back'
    const after = changed(complaint, closes ? close(complaint) : escalate(complaint, now), system, now, null)
    if (await commit(complaints, complaint, after))
      done[closes ? 'complaintsClosed' : 'complaintsEscalated']++
  }
  return done
}
