import type { Complaint, StoredClock, WaitsFor } from './complaint'
import type { EscalationRole } from './contract'

type Whose = Pick<Complaint, 'escalated' | 'aboutPerson' | 'aboutManager'>

/** What is about a person, or was answered badly, is the manager's; but nobody handles what is about themselves. */
export const isManagers = ({ escalated, aboutPerson, aboutManager }: Whose): boolean =>
  !aboutManager && (escalated || aboutPerson !== null)
export const postOf = (complaint: Whose): 'butler' | 'manager' =>
  isManagers(complaint) ? 'manager' : 'butler'

/** Who is told when a clock runs out, and who above them a day later. Whoever wrote without a name can be called by the manager alone. */
export function chainOf(
  clock: Pick<StoredClock, 'name'>,
  complaint: Whose & Pick<Complaint, 'anonymous'>,
): [first: EscalationRole[], above: EscalationRole[]] {
  if (complaint.aboutManager) return [['butler'], ['committee']]
  const isTheManagers = isManagers(complaint) || (clock.name === 'callBack' && complaint.anonymous)
  return isTheManagers ? [['manager'], ['committee']] : [['butler'], ['manager', 'committee']]
}

export function waitsFor(complaint: Whose & Pick<Complaint, 'status' | 'asked'>): WaitsFor | null {
  if (complaint.status === 'resolved') return complaint.asked ? 'answer' : 'call'
  return ['submitted', 'accepted', 'handling'].includes(complaint.status) ? postOf(complaint) : null
}
