import { households } from '../../_kit/records'
import type { RightsEnd } from '../manifest'

/** A household's details go with its last member; the next household starts empty. */
export const endRights: RightsEnd = {
  membership: [
    async ({ houseId, isLast }) => {
      if (isLast) await households.remove({ _id: houseId })
    },
  ],
  post: [],
}
