import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { orders } from '../_services/repair/records'
import { ofHouseholds, offCard } from './list-orders'

const shown = 5

/** Lists open orders of the same category nearby, so that one leak is not reported nine times. */
export const listSimilarOrders = action('repair', 'similar', {
  async run({ input: { place, category, facility }, caller, now }) {
    const alike = { category, open: true }
    const near =
      place === 'public'
        ? { estateId: caller.estateId ?? '', place, ...alike }
        : ofHouseholds(caller.houses, undefined, alike)
    const found = await orders.find(near, { orderBy: ['key', 'desc'], limit: shown * 4, leaveOut: offCard })
    const nearest =
      facility === undefined
        ? found
        : [...found].sort((a, b) => Number(b.facility === facility) - Number(a.facility === facility))
    return { items: nearest.slice(0, shown).map(order => viewCard(order, caller, now)) }
  },
})
