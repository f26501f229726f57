import { seatsOf } from '@domain/event/seats'
import { sortKey } from '@domain/kernel/paging'
import { wakeCourier } from '../../_kit/wake-courier'
import { op } from '../../_kit/store'
import type { RightsEnd } from '../manifest'
import { append } from './append'
import { events } from './records'

/** A seat that a member took or waits for in the name of the house is free again. */
export const endRights: RightsEnd = {
  membership: [
    async ({ estateId, openid, houseId }, now) => {
      const upcoming = { estateId, people: openid, whenKey: op.gt(sortKey(now, '')) }
      for (const event of await events.findAll(upcoming, { by: 'whenKey' })) {
        const place = seatsOf(event.log).places.get(openid)
        if (place?.house !== houseId || place.checkedInAt !== null || event.status !== 'open') continue
        // One withdrawal for each sign-up, however often the end is carried out.
        const request = `end-${houseId}-${String(place.since)}-${openid}`
        await append(event, { what: 'withdraw', who: openid, at: now.toISOString(), request })
        wakeCourier(events.name, event._id)
      }
    },
  ],
  post: [],
}
