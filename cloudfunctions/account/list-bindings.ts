import { viewBinding, type Binding } from '@domain/account/binding'
import type { Input } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, type Caller } from '@domain/kernel/people'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { bindings } from '../_services/account/records'

/**
 * Lists bindings, newest first: the caller's own, those of the estate for a butler, those of their houses for
 * an owner.
 */
export const listBindings = action('account', 'bindings', {
  async run({ input: { mine, status, houseId, cursor, limit = 20 }, caller }) {
    const where = whoseBindings({ mine, houseId }, caller)
    const found = await bindings.find(
      { ...where, ...(status ? { status } : {}), ...(cursor ? { key: op.lt(cursor) } : {}) },
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

/** @throws Refusal FORBIDDEN when the caller may not list these bindings */
function whoseBindings(
  { mine, houseId }: Pick<Input<'account', 'bindings'>, 'mine' | 'houseId'>,
  caller: Caller,
): Where<Binding> {
  const owned = caller.houses.filter(house => house.relation === 'owner').map(house => house.houseId)
  const isButler = hasPost(caller, 'butler')
  if (!mine && !isButler && owned.length === 0) throw forbidden()
  if (houseId && !isButler && !owned.includes(houseId)) throw forbidden()
  const estateId = caller.estateId ?? ''
  if (mine) return { openid: caller.openid }
  if (houseId) return { estateId, houseId }
  return isButler ? { estateId } : { estateId, houseId: op.in(owned) }
}
