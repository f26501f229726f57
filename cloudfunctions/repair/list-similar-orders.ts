import { houseIds } from '@domain/kernel/people'
import { viewCard } from '@domain/repair/view'
import { action } from '../_kit/serve'
import { op } from '../_kit/store'
import { orders } from '../_services/repair/records'
import { offCard } from './list-orders'

const shown = 5

/** Lists open orders of the same category nearby, so that one leak is not reported nine times. */
export const listSimilarOrders = action('repair', 'similar', {
  async run({ input: { place, category, facility }, caller, now }) {
    const near =
      place === 'public' ? { estateId: caller.estateId ?? '', place } : { houseId: op.in(houseIds(caller)) }
    const found = await orders.find(
      { ...near, category, open: true },
      { orderBy: ['key', 'desc'], limit: shown * 4, leaveOut: offCard },
    )
    const alike =
      facility === undefined
        ? found
        : [...found].sort((a, b) => Number(b.facility === facility) - Number(a.facility === facility))
    return { items: alike.slice(0, shown).map(order => viewCard(order, caller, now)) }
  },
})
