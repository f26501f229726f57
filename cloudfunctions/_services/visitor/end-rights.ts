import { op } from '../../_kit/store'
import type { RightsEnd } from '../manifest'
import { passes } from './records'
import { revokedByRule } from './write'

/**
 * The passes that a member issued for the house admit no more; a guest who is inside can stay until they
 * leave. The timer takes them from the keys of the live ones, pass by pass. A walk-in who waits for a house
 * without members waits no longer: the desk decides.
 */
export const endRights: RightsEnd = {
  membership: [
    async ({ openid, houseId, isLast }, now) => {
      await passes.change({ hostId: openid, houseId, status: 'active' }, revokedByRule(now))
      if (isLast) await passes.change({ houseId, status: 'asked' }, { status: 'lapsed', rev: op.inc(1) })
    },
  ],
  post: [],
}
