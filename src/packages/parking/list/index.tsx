import { Text, View } from '@tarojs/components'
import { vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Empty } from '@/ui'
import { More, NotBound, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { useEnglishAreas } from '../lib/area-names'
import { VehicleCard } from '../lib/vehicle-card'
import { useTexts } from '../texts'
import '../parking.css'

/** The vehicles of the reader's houses, and how many more each house may register. */
export default function VehiclesPage() {
  const t = useTexts()
  const me = useKnownSession()
  useEnglishAreas(me.data)
  const vehicles = usePages(cursor => cloud.parking.list(cursor ? { cursor } : {}))
  if (me.data && !me.data.houses.length)
    return (
      <Page title={t('listTitle')} id="page-vehicles">
        <NotBound />
      </Page>
    )
  return (
    <Page
      title={t('listTitle')}
      id="page-vehicles"
      foot={
        <View className="buttons">
          <Button
            id="move-a-car"
            kind="plain"
            icon="bell"
            text={t('moveTitle')}
            onTap={() => go('packages/parking/move/index')}
          />
          <Button
            id="add-vehicle"
            icon="plus"
            text={t('add')}
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
            <Empty icon="pin" title={t('listEmpty')} hint={t('listEmptyHint')} />
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

/** How many vehicles of each kind the house has registered, and its limits. */
export function HouseQuota({ houseId, code }: { houseId: string; code: string }) {
  const t = useTexts()
  const quota = useLoad(() => cloud.parking.quota({ houseId }), [houseId])
  if (!quota.data) return null
  return (
    <View className="card card-soft" id={`quota-${houseId}`}>
      <Text className="card-text">
        {[code && t('houseNo', { code }), t('quota')].filter(Boolean).join(' · ')}
      </Text>
      <Text className="card-meta">
        {quota.data.items
          .map(({ vehicle, used, most }) => t('quotaOf', { name: t(vehicleWords[vehicle]), used, most }))
          .join('　')}
      </Text>
    </View>
  )
}
