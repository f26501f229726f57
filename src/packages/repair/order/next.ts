import type { TimelineEntry, WorkOrder } from '@domain/repair/contract'
import { useTexts, type RepairText } from '../texts'

/** The next step of an order as a sentence. */
export function useNext(order: WorkOrder): string {
  const t = useTexts()
  const name = order.assignee?.name
  if (order.mergedInto) return t('nextMerged')
  if (order.quote?.state === 'waiting') return t('nextQuote')
  switch (order.status) {
    case 'submitted':
      return t('nextSubmitted')
    case 'accepted':
      return t('nextAccepted')
    case 'assigned':
      return name ? t('nextAssigned', { name }) : t('nextAssignedUnnamed')
    case 'working':
      return name ? t('nextWorking', { name }) : t('nextWorkingUnnamed')
    case 'finished':
      return t('nextFinished')
    case 'closed':
      return t('nextClosed')
    case 'cancelled':
      return t('nextCancelled')
  }
}

/** The text of each kind of timeline entry. */
export const stepTexts: Record<TimelineEntry['what'], RepairText> = {
  submitted: 'whatSubmitted',
  accepted: 'whatAccepted',
  assigned: 'whatAssigned',
  grabbed: 'whatGrabbed',
  started: 'whatStarted',
  quoted: 'whatQuoted',
  quoteAgreed: 'whatQuoteAgreed',
  quoteDeclined: 'whatQuoteDeclined',
  finished: 'whatFinished',
  verified: 'whatVerified',
  reopened: 'whatReopened',
  released: 'whatReleased',
  closedByItself: 'whatClosedByItself',
  rated: 'whatRated',
  urged: 'whatUrged',
  cancelled: 'whatCancelled',
  merged: 'whatMerged',
  overdue: 'whatOverdue',
}
