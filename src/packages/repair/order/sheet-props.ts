import type { Move, WorkOrder } from '@domain/repair/contract'

/** The moves that need more than a tap. */
export const sheetMoves = ['assign', 'quote', 'finish', 'verify', 'cancel', 'merge', 'contact'] as const
export type SheetMove = (typeof sheetMoves)[number]
export const isSheet = (move: Move): move is SheetMove => (sheetMoves as readonly Move[]).includes(move)

export interface SheetProps {
  order: WorkOrder
  onDone: (order: WorkOrder) => void
  onStale: () => void
  onClose: () => void
}
