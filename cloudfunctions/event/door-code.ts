import { forbidden } from '@domain/kernel/failure'
import { drawCode, withUrl } from '../_kit/draw-code'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { events } from '../_services/event/records'

/** The page that the code at the door opens. */
const page = 'packages/event/door/index'

/** The code for the door, by which residents check themselves in. It holds nothing but the event. */
export const doorCode = action('event', 'doorCode', {
  load: ({ id }) => events.byId(id),
  async run({ caller, loaded: event }) {
    if (event === null || event.estateId !== caller.estateId) throw forbidden()
    if (event.picture) return withUrl(event.picture)
    const drawn = await drawCode(newScene('e'), page)
    if (await events.change({ _id: event._id, picture: null }, { picture: drawn, scene: drawn.scene }))
      return withUrl(drawn)
    return withUrl((await events.byId(event._id))?.picture ?? drawn)
  },
})
