import { forbidden } from '@domain/kernel/failure'
import { livesIn } from '@domain/kernel/people'
import { drawCode, withUrl } from '../_kit/draw-code'
import { newScene } from '../_kit/scene'
import { action } from '../_kit/serve'
import { registrations } from '../_services/parking/records'

/** The page that the code on a windscreen opens. */
const page = 'packages/parking/move/index'

/** The code for the windscreen, drawn at the first request. It does not reveal the household. */
export const windscreenCode = action('parking', 'windscreen', {
  load: ({ id }) => registrations.byId(id),
  async run({ caller, loaded: registration }) {
    if (registration === null || !livesIn(caller, registration.houseId)) throw forbidden()
    const { picture } = registration
    if (picture) return withUrl(picture)
    const drawn = await drawCode(newScene('m'), page)
    if (
      await registrations.change(
        { _id: registration._id, picture: null },
        { picture: drawn, scene: drawn.scene },
      )
    )
      return withUrl(drawn)
    return withUrl((await registrations.byId(registration._id))?.picture ?? drawn)
  },
})
