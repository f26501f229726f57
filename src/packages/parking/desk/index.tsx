import { useState } from 'react'
import type { RegistrationView } from '@domain/parking/contract'
import { View } from '@tarojs/components'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Choice, Empty, Label, More, Page, States } from '@/ui'
import { go } from '@/ui/platform'
import { VehicleCard } from '../lib/vehicle-card'
import { texts } from '../texts'
import '../parking.css'

type Shown = 'decision' | 'waiting' | 'all'

/** Applications, the line, and every vehicle there is. */
export default function DeskPage() {
  const x = useTexts(texts)
  const butler = useKnownSession().data?.roles.includes('butler')
  const [picked, setShown] = useState<Shown>('decision')
  const shown = butler === false ? 'all' : picked
  const vehicles = usePages<RegistrationView>((cursor) => {
    const at = cursor ? { cursor } : {}
    return shown === 'all' ? cloud.parking.list({ scope: 'estate', ...at }) : cloud.parking.queue({ what: shown === 'waiting' ? 'space' : 'decision', ...at })
  }, [shown])
  return (
    <Page
      title={x('deskTitle')} id='page-vehicle-desk' who={['butler', 'manager']}
      foot={<View className='buttons'><Button id='import' kind='plain' text={x('importTitle')} onTap={() => go('packages/parking/import/index')} /><Button id='lot' text={x('lotTitle')} onTap={() => go('packages/parking/lot/index')} /></View>}
    >
      {butler ? (
        <Label text=''>
          <Choice name='shown' label={x('deskTitle')} columns={3} value={shown} options={(['decision', 'waiting', 'all'] as const).map(value => ({ value, text: x(value) }))} onChange={setShown} />
        </Label>
      ) : null}
      <States of={vehicles} cards={3}>
        {({ items }) => items.length === 0 ? <Empty icon='check' title={x('deskEmpty')} /> : <>{items.map(vehicle => <VehicleCard key={vehicle.id} vehicle={vehicle} house />)}<More of={vehicles} /></>}
      </States>
    </Page>
  )
}
