import type { Complaint, StoredClock, WaitsFor } from './complaint'
import type { EscalationRole } from './contract'
import { phaseOf } from './phases'

type Handled = Pick<Complaint, 'escalated' | 'aboutPerson' | 'aboutManager'>

/**
 * Whether managers handle it: it is about a person, or was rated badly; but no manager handles what is about
 * a manager.
 */
export const isForManager = ({ escalated, aboutPerson, aboutManager }: Handled): boolean =>
  !aboutManager && (escalated || aboutPerson !== null)
/** The post that handles it. */
export const postOf = (complaint: Handled): 'butler' | 'manager' =>
  isForManager(complaint) ? 'manager' : 'butler'

/**
 * The roles that are notified when a clock runs out, and those above them a day later. Only managers can call
 * an anonymous author.
 */
export function escalationOf(
  clock: Pick<StoredClock, 'name'>,
  complaint: Handled & Pick<Complaint, 'anonymous'>,
): [first: EscalationRole[], above: EscalationRole[]] {
  if (complaint.aboutManager) return [['butler'], ['committee']]
  const forManager = isForManager(complaint) || (clock.name === 'callBack' && complaint.anonymous)
  return forManager ? [['manager'], ['committee']] : [['butler'], ['manager', 'committee']]
}

export function waitsFor(complaint: Handled & Pick<Complaint, 'status' | 'asked'>): WaitsFor | null {
  if (complaint.status === 'resolved') return complaint.asked ? 'answer' : 'call'
  return phaseOf[complaint.status] === 'inHand' ? postOf(complaint) : null
}
