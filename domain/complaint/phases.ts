import { statuses, type Status } from './kinds'

/** Where a complaint is: staff work on it, they have answered, or it was dropped. */
type Phase = 'inHand' | 'answered' | 'dropped'

/** A new status without a phase does not compile. */
export const phaseOf: Record<Status, Phase> = {
  submitted: 'inHand',
  accepted: 'inHand',
  handling: 'inHand',
  resolved: 'answered',
  called_back: 'answered',
  closed: 'answered',
  withdrawn: 'dropped',
  invalid: 'dropped',
}

export const statusesIn = (phase: Phase): Status[] => statuses.filter(status => phaseOf[status] === phase)
