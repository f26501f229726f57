import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { positionsIn } from '@domain/parking/waiting-list'
import { vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Field, Label, Section } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { useAreaName, useEnglishAreas } from '../lib/area-names'
import { VehicleCard } from '../lib/vehicle-card'
import { useTexts, type ParkingText } from '../texts'
import '../parking.css'

const views = ['decision', 'waiting', 'all'] as const
type Shown = (typeof views)[number]
const emptyTexts: Record<Shown, ParkingText> = {
  decision: 'deskEmpty',
  waiting: 'lineEmpty',
  all: 'listEmpty',
}

/** Applications, the waiting list of each area, and a search of all vehicles by plate or house. */
export default function DeskPage() {
  const t = useTexts()
  const { shown: asked } = useRouter().params
  const me = useKnownSession().data
  useEnglishAreas(me)
  const butler = me?.roles.includes('butler')
  const [picked, setShown] = useState<Shown>(asked === 'waiting' ? asked : 'decision')
  const shown = butler === false ? 'all' : picked
  const [typed, setTyped] = useState('')
  const query = typed.trim()
  const vehicles = usePages<RegistrationView>(
    cursor => {
      const at = cursor ? { cursor } : {}
      return shown === 'all'
        ? cloud.parking.list({ scope: 'estate', ...(query ? { query } : {}), ...at })
        : cloud.parking.queue({ what: shown === 'waiting' ? 'space' : 'decision', ...at })
    },
    [shown, query],
  )
  return (
    <Page
      title={t('deskTitle')}
      id="page-vehicle-desk"
      who={['butler', 'manager']}
      foot={
        <View className="buttons">
          <Button
            id="import"
            kind="plain"
            text={t('importTitle')}
            onTap={() => go('packages/parking/import/index')}
          />
          <Button id="lot" text={t('lotTitle')} onTap={() => go('packages/parking/lot/index')} />
        </View>
      }
    >
      {butler ? (
        <Label text="">
          <Choice
            name="shown"
            label={t('deskTitle')}
            columns={3}
            value={shown}
            options={views.map(value => ({ value, text: t(value) }))}
            onChange={setShown}
          />
        </Label>
      ) : null}
      {shown === 'all' ? (
        <Field
          id="search"
          label={t('search')}
          hint={t('searchHint')}
          value={typed}
          most={20}
          onChange={setTyped}
        />
      ) : null}
      <States of={vehicles} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t(shown === 'all' && query ? 'noneFound' : emptyTexts[shown])} />
          ) : (
            <>
              {shown === 'waiting' ? (
                <Lines line={items} />
              ) : (
                items.map(vehicle => <VehicleCard key={vehicle.id} vehicle={vehicle} house />)
              )}
              <More of={vehicles} />
            </>
          )
        }
      </States>
    </Page>
  )
}

/** The waiting list of each area, longest wait first. A household that takes any area is on all of them. */
function Lines({ line }: { line: readonly RegistrationView[] }) {
  const t = useTexts()
  const areaName = useAreaName()
  const places = positionsIn(line)
  const placed = line.map((vehicle, n) => ({
    vehicle,
    place: places[n]!,
    area: `${vehicle.area ? areaName(vehicle.area) : t('anyOf')} · ${t(vehicleWords[vehicle.vehicle])}`,
  }))
  return (
    <>
      {[...new Set(placed.map(({ area }) => area))].map(area => (
        <Section key={area} title={area}>
          {placed
            .filter(each => each.area === area)
            .map(({ vehicle, place }) => (
              <VehicleCard key={vehicle.id} vehicle={vehicle} house place={place} />
            ))}
        </Section>
      ))}
    </>
  )
}
