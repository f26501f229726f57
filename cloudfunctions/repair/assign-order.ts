import { invalid } from '@domain/kernel/failure'
import { assign } from '@domain/repair/decisions'
import { postKey } from '../_kit/records'
import { moveOrder } from './move-order'

/** The technician is read in the same request as the caller. */
export const assignOrder = moveOrder(
  'assign',
  (order, { input, now, others }) => {
    const technician = others.find(person => person._id === input.technician)
    if (!technician?.postKeys.includes(postKey(order.estateId, 'technician')))
      throw invalid('technician', '没有这位维修师傅', 'No such technician')
    return assign(order, { id: technician._id, name: technician.name }, now)
  },
  { persons: input => [input.technician] },
)
