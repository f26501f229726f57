import { View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { Post } from '@domain/kernel/people'
import { useT, type CommonKey } from '@/i18n/texts'
import type { IconName } from '@/ui'
import { go } from '@/ui/platform'
import { Tile } from '@/ui/tile'

interface Offer {
  id: string
  icon: IconName
  name: CommonKey
  hint: CommonKey
  page: string
  /** Who may use it: residents, or the posts named. What a person may not use is not shown. */
  who: 'resident' | readonly Post[]
  /** Shown on the first page too. */
  home?: boolean
  /** The one that most people come for. */
  main?: boolean
}

/** Every service there is, in the order in which people look for them. */
const offers: readonly Offer[] = [
  { id: 'service-repair', icon: 'wrench', name: 'reportRepair', hint: 'repairHint', page: 'packages/repair/file/index', who: 'resident', home: true, main: true },
  { id: 'service-my-repairs', icon: 'list', name: 'myRepairs', hint: 'myRepairsHint', page: 'packages/repair/list/index', who: 'resident', home: true },
  { id: 'service-queue', icon: 'flag', name: 'queueAll', hint: 'staffQueueHint', page: 'packages/desk/queue/index', who: ['butler', 'technician', 'manager'] },
]

export const offersFor = ({ houses, roles }: Session): readonly Offer[] =>
  offers.filter(({ who }) => (who === 'resident' ? houses.length > 0 : who.some(post => roles.includes(post))))

/** The services as tiles. */
export function Offers({ of }: { of: readonly Offer[] }) {
  const t = useT()
  return (
    <View className='tiles'>
      {of.map(({ id, icon, name, hint, page, main }) => <Tile key={id} id={id} icon={icon} name={t(name)} hint={t(hint)} main={main} onTap={() => go(page)} />)}
    </View>
  )
}
