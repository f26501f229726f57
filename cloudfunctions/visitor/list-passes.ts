import type { Input } from '@domain/contract'
import { toPage } from '@domain/kernel/paging'
import { houseIds, type Caller } from '@domain/kernel/people'
import type { Pass } from '@domain/visitor/pass'
import { stateOf } from '@domain/visitor/states'
import { viewPass } from '@domain/visitor/view'
import { readEstate } from '../_kit/estate'
import { action } from '../_kit/serve'
import { op, type Where } from '../_kit/store'
import { passes } from '../_services/visitor/records'

/** Newest first: the caller's passes, their favourites, or the walk-ins who wait for the caller's houses. */
export const listPasses = action('visitor', 'list', {
  async run({ input, caller, now }) {
    const limit = input.limit ?? 20
    const { gates } = (await readEstate(caller.estateId ?? '')).settings.visitor
    const after = input.cursor ? { key: op.lt(input.cursor) } : {}
    const found = await passes.find(
      { ...whereOf(input, caller), ...after },
      { orderBy: ['key', 'desc'], limit: limit + 1, leaveOut: ['outbox', 'marks'] },
    )
    const shown = input.scope === 'asked' ? found.filter(pass => stateOf(pass, now) === 'asked') : found
    return toPage(
      shown,
      limit,
      pass => pass.key,
      pass => viewPass(pass, caller, gates, now),
    )
  },
})

function whereOf({ scope = 'mine' }: Input<'visitor', 'list'>, caller: Caller): Where<Pass> {
  if (scope === 'asked') return { houseId: op.in(houseIds(caller)), status: 'asked' }
  // When the caller switches to another estate in the app, the list shows that estate's passes.
  return {
    hostId: caller.openid,
    estateId: caller.estateId ?? '',
    ...(scope === 'starred' ? { starred: true } : {}),
  }
}
