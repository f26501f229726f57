import type { EventView } from '@domain/event/contract'

export interface SheetProps {
  event: EventView
  onDone: (next: EventView) => void
  onClose: () => void
}
