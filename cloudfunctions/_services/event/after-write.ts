import type { EstateEvent } from '@domain/event/event'
import { seatsOf } from '@domain/event/seats'
import { nextAlarm } from '@domain/event/times'
import { estateMoment } from '@domain/kernel/estate-time'
import { words } from '@domain/kernel/words'
import type { OutboxMessage } from '@domain/notice/outbox'
import { readEstate } from '../../_kit/estate'
import { persons } from '../../_kit/records'
import { checkPhotos } from '../../_kit/safety'
import { op } from '../../_kit/store'
import { putInInbox } from '../../_messages/inbox'
import { withdrawNoticesAbout } from '../../_messages/sync-notice'
import { notify } from '../../_messages/notify'
import { events } from './records'
import { eventLink, eventValues } from './write'

/**
 * Has new photos checked, notifies participants for whom a seat is held or no longer held, and sets the next
 * alarm. All of it is derived from the record, so a crash loses nothing: news that is not marked as sent is
 * sent again under the same id.
 */
export async function settleEvent(event: EstateEvent): Promise<void> {
  for (const picture of event.toCheck) {
    await checkPhotos(events, event._id, [picture], event.by)
    await events.change({ _id: event._id }, { toCheck: op.pull(picture) })
  }
  if (event.status === 'cancelled') await withdrawNoticesAbout(event._id, new Date())
  const { news, newsFrom } = seatsOf(event.log)
  const { zone } = await readEstate(event.estateId)
  const now = new Date()
  for (let n = event.newsTold; n < newsFrom + news.length; n++) {
    const { what, who, until } = news[n - newsFrom]!
    const person = await persons.byId(who)
    const message: OutboxMessage = {
      id: `${event._id.slice(0, 24)}-seat-${String(n)}`,
      at: now.toISOString(),
      kind: `event.${what}`,
      to: { openids: [who] },
      except: '',
      link: eventLink(event._id),
      values: {
        ...eventValues(event, zone, now),
        until: until === null ? words('', '') : estateMoment(new Date(until), zone),
      },
    }
    if (person && (await putInInbox(person, message, event.estateId)))
      await notify(person, message, event.estateId)
    await events.change({ _id: event._id, newsTold: op.lte(n) }, { newsTold: n + 1 })
  }
  const alarm = nextAlarm(event)
  if (alarm !== event.alarm)
    await events.change({ _id: event._id, size: event.size, rev: event.rev }, { alarm })
}
