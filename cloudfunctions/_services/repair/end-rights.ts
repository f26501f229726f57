import { release } from '@domain/repair/decisions'
import { inWorkStatuses } from '@domain/repair/states'
import { commit } from '../../_kit/outbox'
import { overtaken, retryOvertaken } from '../../_kit/race'
import { op } from '../../_kit/store'
import type { RightsEnd } from '../manifest'
import { orders } from './records'
import { applyChange, system } from './write'

/** The orders of a technician who is no longer one wait for another. */
export const endRights: RightsEnd = {
  membership: [],
  post: [
    async ({ estateId, openid, post }, now) => {
      if (post !== 'technician') return
      const theirs = { estateId, assigneeId: openid, status: op.in(inWorkStatuses) }
      for (const order of await orders.findAll(theirs)) {
        const reload = () => orders.byId(order._id)
        await retryOvertaken(order, reload, async current => {
          if (current?.assigneeId !== openid || !inWorkStatuses.includes(current.status)) return null
          const after = applyChange(current, release(current), { by: system, now, mark: null })
          return (await commit(orders, current, after)) ? after : overtaken
        })
      }
    },
  ],
}
