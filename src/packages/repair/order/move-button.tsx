import type { Move, WorkOrder } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { Button } from '@/ui'
import { useTexts, type RepairText } from '../texts'
import { isSheet, type SheetMove } from './sheet-props'
import { Step } from './step'

/** The moves with a button at the bottom; the others are on the card that they belong to. */
export type ButtonMove = Exclude<Move, 'decideQuote' | 'verify' | 'rate'>

/** The bottom of the page: the user's next move, and at most one more beside it. */
const thumb: ButtonMove[] = ['grab', 'start', 'finish', 'accept', 'assign', 'quote']
export const aside: ButtonMove[] = ['contact', 'urge', 'quote', 'assign', 'merge', 'cancel']
export const footMoves = (order: WorkOrder): ButtonMove[] =>
  thumb.filter(move => order.actions.includes(move) && !(move === 'assign' && order.assignee)).slice(0, 2)

export interface Doing {
  order: WorkOrder
  onDone: (order: WorkOrder) => void
  onStale: () => void
  onSheet: (move: SheetMove) => void
}

const names: Record<ButtonMove, RepairText> = {
  accept: 'accept',
  assign: 'assign',
  grab: 'grab',
  start: 'start',
  quote: 'quote',
  finish: 'finish',
  urge: 'urge',
  cancel: 'cancelOrder',
  merge: 'merge',
  contact: 'contact',
}
function kindOf(move: ButtonMove, isMain: boolean): 'main' | 'danger' | 'plain' {
  if (isMain) return 'main'
  return move === 'cancel' ? 'danger' : 'plain'
}

/** The button of a move, which makes it or opens the sheet for its details. */
export function MoveButton({
  move,
  order,
  main = false,
  onDone,
  onStale,
  onSheet,
}: Doing & { move: ButtonMove; main?: boolean }) {
  const t = useTexts()
  const isReassignment = move === 'assign' && order.assignee
  const look = {
    id: `action-${move}`,
    kind: kindOf(move, main),
    text: t(isReassignment ? 'reassign' : names[move]),
  }
  if (isSheet(move))
    return (
      <Button
        {...look}
        onTap={() => onSheet(move)}
        {...(move === 'contact' ? { icon: 'phone' as const } : {})}
      />
    )
  return (
    <Step
      {...look}
      onDone={onDone}
      onStale={onStale}
      {...(move === 'start' ? {} : { consent: 'repairProgress' })}
      send={requestId => cloud.repair[move]({ id: order.id }, { requestId })}
    />
  )
}
