import { viewBinding, type Binding } from '@domain/account/binding'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost } from '@domain/kernel/people'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { bindings } from '../_services/account/records'

/** Newest first: one's own, all of the estate for a butler, or those of one's own houses for an owner. */
export const listBindings = action('account', 'bindings', {
  async run({ input: { mine, status, houseId, cursor, limit = 20 }, caller }) {
    const owned = caller.houses.filter(house => house.relation === 'owner').map(house => house.houseId)
    const butler = hasPost(caller, 'butler')
    if (!mine && !butler && owned.length === 0) throw forbidden()
    if (houseId && !butler && !owned.includes(houseId)) throw forbidden()
    const estateId = caller.estateId ?? ''
    const of: Where<Binding> = mine
      ? { openid: caller.openid }
      : houseId
        ? { estateId, houseId }
        : butler
          ? { estateId }
          : { estateId, houseId: op.in(owned) }
    const found = await bindings.find(
      { ...of, ...(status ? { status } : {}), ...(cursor ? { key: op.lt(cursor) } : {}) },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['outbox', 'marks'] },
    )
    return toPage(
      found,
      limit,
      binding => binding.key,
      binding => viewBinding(binding, caller),
    )
  },
})
