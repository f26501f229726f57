import { grab } from '@domain/repair/decisions'
import { moveOrder } from './move-order'

/**
 * Of two technicians only one gets the order: the write succeeds only against the version that both have
 * read.
 */
export const grabOrder = moveOrder('grab', (order, { caller, now }) =>
  grab(order, { id: caller.openid, name: caller.name }, now),
)
