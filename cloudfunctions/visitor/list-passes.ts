import type { Input } from '@domain/contract'
import { forbidden, invalid } from '@domain/kernel/failure'
import { toPage } from '@domain/kernel/paging'
import { houseIds, type Caller } from '@domain/kernel/people'
import { isBlockedBy, subjectsOf } from '@domain/visitor/block'
import type { Pass } from '@domain/visitor/pass'
import { stateOf } from '@domain/visitor/states'
import { maySeeHouse, viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { blocksOf } from '../_services/visitor/blocks'
import { passes } from '../_services/visitor/records'

/**
 * Newest first: the caller's passes, their favourites, the walk-ins who wait for the caller's houses, or the
 * live passes of a house.
 */
export const listPasses = action('visitor', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { gates } = (await readEstate(caller.estateId ?? '')).settings.visitor
    const after = input.cursor ? { key: op.lt(input.cursor) } : {}
    const found = await passes.find(
      { ...whereOf(input, caller), ...after },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['outbox', 'marks'] },
    )
    const blocked = await blocksOf(caller.estateId ?? '', subjectsOf(found), now)
    const { items, next } = toPage(
      found,
      limit,
      pass => pass.key,
      pass => pass,
    )
    return {
      // Time alone ends these, and the timer may not have come yet.
      items: items
        .filter(pass => isShown(pass, input.scope, now))
        .map(pass =>
          viewPass(pass, { caller, gates, now, isBlocked: isBlockedBy(pass, blocked, now.toISOString()) }),
        ),
      next,
    }
  },
})

function isShown(pass: Pass, scope: Input<'visitor', 'list'>['scope'], now: Date): boolean {
  if (scope === 'asked') return stateOf(pass, now, false) === 'asked'
  return scope !== 'house' || pass.to > now.toISOString()
}

function whereOf({ scope = 'mine', houseId }: Input<'visitor', 'list'>, caller: Caller): Where<Pass> {
  // When the caller switches to another estate in the app, the list shows that estate's passes.
  const estateId = caller.estateId ?? ''
  switch (scope) {
    case 'asked':
      return { houseId: op.in(houseIds(caller)), status: 'asked', live: false }
    case 'house':
      if (houseId === undefined) throw invalid('houseId', '请选择房屋', 'Please choose the house')
      if (!maySeeHouse(houseId, caller)) throw forbidden()
      return { houseId, estateId, status: 'active', live: true }
    case 'starred':
      return { hostId: caller.openid, estateId, starred: true }
    case 'mine':
      return { hostId: caller.openid, estateId }
  }
}
