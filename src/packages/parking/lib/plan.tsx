import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { SpaceView, Vehicle } from '@domain/parking/contract'
import { vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useTexts, useWords } from '@/i18n/texts'
import { Choice, Empty, Label, More, States } from '@/ui'
import { control, region } from '@/ui/platform'
import { texts } from '../texts'
import '../parking.css'

/** Bays in a row; two rows face an aisle. */
const inRow = 5

interface Props { vehicle?: Vehicle; area?: string; chosen?: string | undefined; onTap: (space: SpaceView) => void; /** Counts up when the plan has to be read again. */ round?: number }

/** The areas of a kind of vehicle, and the plan of the one that is looked at. */
export function Plan({ vehicle, area = '', chosen, onTap, round = 0 }: Props) {
  const x = useTexts(texts)
  const say = useWords()
  const areas = useLoad(() => cloud.parking.areas({}))
  const [picked, setPicked] = useState<string>()
  const rows = (areas.data?.items ?? []).filter(each => vehicle === undefined || each.vehicle === vehicle)
  const wished = rows.some(each => each.area === area) ? area : rows[0]?.area
  const shown = picked ?? wished
  return (
    <States of={areas} cards={2}>
      {() => (shown === undefined ? <Empty icon='pin' title={x('spacesEmpty')} /> : (
        <>
          <Label text=''>
            <Choice name='area' label={x('area')} value={shown} options={rows.map(each => ({ value: each.area, text: vehicle ? each.area : `${each.area} · ${say(vehicleWords[each.vehicle])}` }))} onChange={setPicked} />
          </Label>
          <Area key={shown} area={shown} vehicle={vehicle ?? rows.find(each => each.area === shown)?.vehicle} chosen={chosen} onTap={onTap} round={round} />
        </>
      ))}
    </States>
  )
}

function Area({ area, vehicle, chosen, onTap, round }: Props & { area: string; vehicle: Vehicle | undefined }) {
  const x = useTexts(texts)
  const spaces = usePages(cursor => cloud.parking.spaces({ area, limit: 60, ...(vehicle ? { vehicle } : {}), ...(cursor ? { cursor } : {}) }), [area])
  useEffect(() => { if (round) void spaces.reload() }, [round])
  return (
    <States of={spaces} cards={2}>
      {({ items }) => (
        <>
          <View className='bays' {...region('list', area)}>
            {items.flatMap((space, n) => [
              ...(n > 0 && n % (2 * inRow) === inRow ? [<Text key={`aisle-${n}`} className='aisle'>{x('aisle')}</Text>] : []),
              <Bay key={space.no} space={space} chosen={space.no === chosen} onTap={() => onTap(space)} />,
            ])}
          </View>
          <More of={spaces} />
        </>
      )}
    </States>
  )
}

function Bay({ space: { no, state }, chosen, onTap }: { space: SpaceView; chosen: boolean; onTap: () => void }) {
  const x = useTexts(texts)
  return (
    <View className={`bay bay-${state}${chosen ? ' bay-chosen' : ''}`} hoverClass='pressed' {...control('button', { label: `${no}, ${x(state)}`, id: `bay-${no}`, onTap })}>
      <Text className='bay-no'>{no}</Text>
      <Text className='bay-state'>{x(state)}</Text>
    </View>
  )
}
