import { forbidden } from '@domain/kernel/failure'
import { maySee, photosIn, viewOrder } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { readFileUrls } from '../_kit/store'
import { orders } from '../_services/repair/records'

export const getOrder = action('repair', 'get', {
  load: ({ id }) => orders.byId(id),
  async run({ caller, loaded: order, now }) {
    if (order === null || !maySee(order, caller)) throw forbidden()
    const view = viewOrder(order, caller, now)
    return { ...view, pictures: await readFileUrls(photosIn(view)) }
  },
})
