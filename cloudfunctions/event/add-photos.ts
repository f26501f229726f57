import { maxPhotos } from '@domain/event/event'
import { viewEvent } from '@domain/event/view'
import { forbidden, Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { events } from '../_services/event/records'
import { commitEvent } from '../_services/event/write'
import { action } from '../_kit/serve'
import { refuseUnlessMay } from './move-event'

/** What it looked like; everybody sees a picture once WeChat has passed it. */
export const addPhotos = action('event', 'addPhotos', {
  load: ({ id }) => events.byId(id),
  async run({ input, caller, loaded: event, now, requestKey }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    if (event.marks.some(({ key }) => key === requestKey)) return viewEvent(event, caller, now)
    refuseUnlessMay('addPhotos', event, caller, now)
    const fresh = input.photos.filter(photo => !event.photos.includes(photo))
    if (event.photos.length + fresh.length > maxPhotos)
      throw new Refusal('FULL', {
        words: words(`最多 ${String(maxPhotos)} 张照片`, `At most ${String(maxPhotos)} photos`),
      })
    const set = {
      photos: [...event.photos, ...fresh],
      unchecked: [...event.unchecked, ...fresh],
      toCheck: [...event.toCheck, ...fresh],
    }
    const after = await commitEvent(
      event,
      { set, entries: [], notify: [] },
      { by: caller.openid, now, mark: { key: requestKey, action: 'addPhotos' } },
    )
    if (after === null) throw new Refusal('CONFLICT')
    return viewEvent(after, caller, now)
  },
})
