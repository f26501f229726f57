import { liveStatuses, viewBinding, type Binding } from '@domain/account/binding'
import type { Input } from '@domain/contract'
import { forbidden } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { hasPost, type Caller, type Membership } from '@domain/kernel/people'
import { action } from '../_kit/serve'
import { op, type Condition, type Where } from '../_kit/store'
import { bindings } from '../_services/account/records'

/**
 * Lists bindings, newest first: the caller's own, those of the estate for a butler, those of their houses for
 * an owner: all that live, and those that are over if they were asked for since the owner joined.
 */
export const listBindings = action('account', 'bindings', {
  async run({ input, caller }) {
    const { limit = 20 } = input
    const found = await bindings.find(whoseBindings(input, caller), {
      orderBy: ['key', 'desc'],
      limit: limit + 1,
      leaveOut: ['outbox', 'marks'],
    })
    return toPage(
      found,
      limit,
      binding => binding.key,
      binding => viewBinding(binding, caller),
    )
  },
})

/** @throws Refusal FORBIDDEN when the caller may not list these bindings */
function whoseBindings(input: Input<'account', 'bindings'>, caller: Caller): Where<Binding> | Condition {
  const { mine, status, houseId, cursor } = input
  const isButler = hasPost(caller, 'butler')
  const owned = caller.houses.filter(
    house => house.relation === 'owner' && (houseId === undefined || house.houseId === houseId),
  )
  const more = { ...(status ? { status } : {}), ...(cursor ? { key: op.lt(cursor) } : {}) }
  const estateId = caller.estateId ?? ''
  if (mine && (houseId === undefined || isButler || owned.length > 0))
    return { openid: caller.openid, ...more }
  if (isButler) return { estateId, ...(houseId ? { houseId } : {}), ...more }
  if (owned.length === 0) throw forbidden()
  return op.or(owned.flatMap(house => ofOwner(house, input)))
}

function ofOwner(
  { estateId, houseId, since }: Membership,
  { status, cursor }: Input<'account', 'bindings'>,
): Where<Binding>[] {
  const before = cursor ? { key: op.lt(cursor) } : {}
  const sinceJoined = cursor ? op.gte(since).and(op.lt(cursor)) : op.gte(since)
  const live = liveStatuses.filter(each => status === undefined || each === status)
  return [
    { estateId, houseId, status: op.in(live), ...before },
    { estateId, houseId, ...(status ? { status } : {}), key: sinceJoined },
  ]
}
