import { close, escalate } from '@domain/complaint/decisions'
import { commit } from '../../_kit/outbox'
import { op } from '../../_kit/store'
import { portion, type TimerTask } from '../../_kit/timer-task'
import { complaints } from './records'
import { nextComplaint, system } from './write'

/**
 * Timer task: notifies each post once of a clock that ran out, and closes complaints that have been called
 * back. No other complaint closes by itself.
 */
export const watchComplaints: TimerTask = async now => {
  const due = await complaints.find(
    { alarm: op.lte(now.toISOString()) },
    { orderBy: ['alarm', 'asc'], limit: portion },
  )
  const done = { complaintsClosed: 0, complaintsEscalated: 0 }
  for (const complaint of due) {
    const closes = complaint.status === 'called_back'
    const change = closes ? close(complaint) : escalate(complaint, now)
    const after = nextComplaint(complaint, change, { by: system, now, mark: null })
    if (await commit(complaints, complaint, after))
      done[closes ? 'complaintsClosed' : 'complaintsEscalated']++
  }
  return done
}
