import { eventContract } from '@domain/event/contract'
import { serve } from '../_kit/serve'
import { addPhotos } from './add-photos'
import { checkIn } from './check-in'
import { doorCode } from './door-code'
import { exportRoster } from './export-roster'
import { cancelEvent, releaseEvent, updateEvent } from './move-event'
import { publishEvent } from './publish-event'
import { pushEvent } from './push-event'
import { getEvent, listEvents } from './read-events'
import { readRoster } from './read-roster'
import { confirmHold, rateEvent, signUp, withdraw } from './sign-up'

export const main = serve('event', eventContract, {
  publish: publishEvent,
  update: updateEvent,
  release: releaseEvent,
  cancel: cancelEvent,
  list: listEvents,
  get: getEvent,
  signUp,
  withdraw,
  confirmHold,
  roster: readRoster,
  checkIn,
  export: exportRoster,
  push: pushEvent,
  rate: rateEvent,
  addPhotos,
  doorCode,
})
