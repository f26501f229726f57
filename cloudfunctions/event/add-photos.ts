import { maxPhotos, type EstateEvent } from '@domain/event/event'
import { viewEvent } from '@domain/event/view'
import { Refusal } from '@domain/kernel/failure'
import { words } from '@domain/kernel/words'
import { move } from '../_kit/move'
import { action } from '../_kit/serve'
import { events } from '../_services/event/records'
import { nextEvent } from '../_services/event/write'
import { refuseUnlessMay } from './move-event'

/** Adds photos of the event; residents see a photo once WeChat's content check has passed it. */
export const addPhotos = action('event', 'addPhotos', {
  load: ({ id }) => events.byId(id),
  run: ({ input, caller, loaded, now, request }) =>
    move(
      loaded,
      { request, now },
      {
        records: events,
        isVisible: event => event.estateId === caller.estateId,
        judge: event => refuseUnlessMay('addPhotos', event, caller, now),
        next: event =>
          nextEvent(
            event,
            { set: withPhotos(event, input.photos), entries: [], notify: [] },
            { by: caller.openid, now, mark: request },
          ),
        view: event => viewEvent(event, caller, now),
      },
    ),
})

/** @throws Refusal FULL when the event would have more than `maxPhotos` photos */
function withPhotos(event: EstateEvent, photos: readonly string[]): Partial<EstateEvent> {
  const fresh = photos.filter(photo => !event.photos.includes(photo))
  if (event.photos.length + fresh.length > maxPhotos)
    throw new Refusal('FULL', {
      words: words(`最多 ${String(maxPhotos)} 张照片`, `At most ${String(maxPhotos)} photos`),
    })
  return {
    photos: [...event.photos, ...fresh],
    unchecked: [...event.unchecked, ...fresh],
    toCheck: [...event.toCheck, ...fresh],
  }
}
