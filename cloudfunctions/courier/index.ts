import { deliver as deliverOutbox } from '../_kit/courier'
import { orders } from '../_kit/records'
import { action, serve } from '../_kit/serve'

const deliver = action('courier', 'deliver', {
  async run({ input }) {
    const order = await orders.byId(input.id)
    return { delivered: order === null ? 0 : await deliverOutbox(order) }
  },
})

export const main = serve('courier', { deliver })
