import { View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import { go } from '@/device/navigate'
import { useTexts } from '@/i18n/texts'
import { Tile } from '@/ui/tile'
import type { Offer } from './offer'
import { services } from './services'
import { staffTools } from './staff-tools'

const offers: readonly Offer[] = [...services, ...staffTools]

export const offersFor = ({ houses, roles }: Session): readonly Offer[] =>
  offers.filter(({ who }) =>
    who === 'resident' ? houses.length > 0 : who.some(post => roles.includes(post)),
  )

/** The services as tiles. */
export function Offers({ of }: { of: readonly Offer[] }) {
  const t = useTexts()
  return (
    <View className="tiles">
      {of.map(({ id, icon, name, hint, page, main }) => (
        <Tile key={id} id={id} icon={icon} name={t(name)} hint={t(hint)} main={main} onTap={() => go(page)} />
      ))}
    </View>
  )
}
