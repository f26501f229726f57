import { cancel } from '@domain/parking/decisions'
import { isLive } from '@domain/parking/states'
import { readEstate } from '../../_kit/estate'
import { commit } from '../../_kit/outbox'
import { overtaken, retryOvertaken } from '../../_kit/race'
import type { RightsEnd } from '../manifest'
import { registrations } from './records'
import { nextRegistration } from './write'

/** The permits that a member asked for end, and their spaces go to the waiting list. */
export const endRights: RightsEnd = {
  membership: [
    async ({ openid, houseId }, now) => {
      for (const registration of await registrations.find({ houseId, live: true, by: openid })) {
        const reload = () => registrations.byId(registration._id)
        await retryOvertaken(registration, reload, async current => {
          if (current === null || !isLive(current.status)) return null
          const written = { estate: await readEstate(current.estateId), by: '', now, mark: null }
          const after = nextRegistration(current, cancel(current), written)
          return (await commit(registrations, current, after)) ? after : overtaken
        })
      }
    },
  ],
  post: [],
}
