import { groupsFor } from '../_kit/audience'
import { reachOf } from '../_kit/reach'
import { action } from '../_kit/serve'

/** What the desk sees before it sends. */
export const readReach = action('notice', 'reach', {
  async run({ input, caller }) {
    return reachOf(await groupsFor(caller.estateId ?? '', input.audience), input.about === 'event' ? 'eventNews' : 'estateNotice')
  },
})
