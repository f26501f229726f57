import { Text, View } from '@tarojs/components'
import { vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Button, Empty, More, NotBound, Page, States } from '@/ui'
import { go } from '@/ui/platform'
import { useEnglishAreas } from '../lib/area-names'
import { VehicleCard } from '../lib/vehicle-card'
import { texts } from '../texts'
import '../parking.css'

/** The vehicles of one's houses, and how many more there may be. */
export default function VehiclesPage() {
  const x = useTexts(texts)
  const me = useKnownSession()
  useEnglishAreas(me.data)
  const vehicles = usePages(cursor => cloud.parking.list(cursor ? { cursor } : {}))
  if (me.data && !me.data.houses.length)
    return (
      <Page title={x('listTitle')} id="page-vehicles">
        <NotBound />
      </Page>
    )
  return (
    <Page
      title={x('listTitle')}
      id="page-vehicles"
      foot={
        <View className="buttons">
          <Button
            id="move-a-car"
            kind="plain"
            icon="bell"
            text={x('moveTitle')}
            onTap={() => go('packages/parking/move/index')}
          />
          <Button
            id="add-vehicle"
            icon="plus"
            text={x('add')}
            onTap={() => go('packages/parking/register/index')}
          />
        </View>
      }
    >
      {me.data?.houses.map(house => (
        <HouseQuota key={house.id} houseId={house.id} code={me.data!.houses.length > 1 ? house.code : ''} />
      ))}
      <States of={vehicles} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="pin" title={x('listEmpty')} hint={x('listEmptyHint')} />
          ) : (
            <>
              {items.map(vehicle => (
                <VehicleCard key={vehicle.id} vehicle={vehicle} />
              ))}
              <More of={vehicles} />
            </>
          )
        }
      </States>
    </Page>
  )
}

/** How many of each kind the house has of those it may have. */
export function HouseQuota({ houseId, code }: { houseId: string; code: string }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const quota = useLoad(() => cloud.parking.quota({ houseId }), [houseId])
  if (!quota.data) return null
  return (
    <View className="card card-soft" id={`quota-${houseId}`}>
      <Text className="card-text">
        {[code && t('houseNo', { code }), x('quota')].filter(Boolean).join(' · ')}
      </Text>
      <Text className="card-meta">
        {quota.data.items
          .map(({ vehicle, used, most }) => x('quotaOf', { name: say(vehicleWords[vehicle]), used, most }))
          .join('　')}
      </Text>
    </View>
  )
}
