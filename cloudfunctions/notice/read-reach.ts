import { action } from '../_kit/serve'
import { resolveAudience, listGroups } from '../_messages/audience'
import { countReach } from '../_messages/count-reach'
import { acceptsLeft } from '../_messages/subscribe'

/** How many people a push would reach. The sender is not counted, because a push leaves them out. */
export const readReach = action('notice', 'reach', {
  async run({ input, caller, person }) {
    const groups = await resolveAudience(caller.estateId ?? '', input.audience)
    const purpose = input.about === 'event' ? 'eventNews' : 'estateNotice'
    const { people, reachable } = await countReach(groups, purpose)
    if (!listGroups(caller).some(group => groups.includes(group))) return { people, reachable }
    return { people: people - 1, reachable: reachable - (person && acceptsLeft(person, purpose) > 0 ? 1 : 0) }
  },
})
