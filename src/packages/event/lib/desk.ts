import type { Session } from '@domain/account/contract'
import type { EventView } from '@domain/event/contract'
import type { Lang } from '@domain/kernel/words'
import { common } from '@/i18n/common'
import { textsOf } from '@/i18n/texts'
import { texts } from '../texts'

/** The posts that run events. */
export const deskPosts = ['butler', 'manager'] as const
export const runsEvents = (known: Session | undefined): boolean => deskPosts.some(post => known?.roles.includes(post))

const say = textsOf(texts)
const sayCommon = textsOf(common)
type Audience = NonNullable<EventView['desk']>['audience']

/** For whom an event is, in a few words. */
export function audienceWords({ kind, ids }: Audience, lang: Lang): string {
  const comma = lang === 'en' ? ', ' : '、'
  if (kind === 'estate') return say(lang, 'allPeople')
  if (kind === 'buildings') return say(lang, 'inBuildings', { list: ids.join(comma) })
  if (kind === 'houses') return say(lang, 'inHouses', { n: ids.length })
  return ids.map(role => sayCommon(lang, role as 'owner')).join(comma)
}
