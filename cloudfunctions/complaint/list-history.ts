import { maySee } from '@domain/complaint/states'
import { viewCard } from '@domain/complaint/view'
import { forbidden } from '@domain/kernel/failure'
import type { Order } from '@domain/repair/order'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { complaints } from '../_services/complaint/records'
import { readerOf } from '../_services/complaint/write'
import { orders } from '../_services/repair/records'

/** Earlier complaints and earlier repairs of a house that are shown, each. */
const mostShown = 10
const newest = {
  orderBy: ['key', 'desc'] as ['key', 'desc'],
  limit: mostShown,
  leaveOut: ['timeline', 'outbox', 'marks'],
}

/** The earlier complaints and repairs of a complaint's house, for the person who makes the call-back. */
export const listHistory = action('complaint', 'history', {
  load: ({ id }) => complaints.byId(id),
  async run({ caller, loaded: complaint, now }) {
    const reader = readerOf(caller)
    if (complaint === null || !maySee(complaint, reader)) throw forbidden()
    const { estateId, houseId } = complaint
    if (houseId === null) return { items: [], repairs: [] }
    const [found, repairs, { settings }] = await Promise.all([
      complaints.find({ estateId, houseId }, newest),
      orders.find({ houseId }, newest),
      readEstate(estateId),
    ])
    return {
      items: found
        .filter(each => each._id !== complaint._id && maySee(each, reader))
        .map(each => viewCard(each, reader, now, settings.complaint.reopenDays)),
      repairs: repairs.filter(order => order.estateId === estateId).map(viewRepair),
    }
  },
})

const viewRepair = ({ _id, no, category, status, createdAt, reopened, rating }: Order) => ({
  id: _id,
  no,
  category,
  status,
  createdAt,
  reopened,
  rating: rating && Math.round((10 * (rating.speed + rating.quality + rating.attitude)) / 3) / 10,
})
