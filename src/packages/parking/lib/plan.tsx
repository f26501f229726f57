import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Output } from '@domain/contract'
import type { SpaceView } from '@domain/parking/contract'
import { spaceStates, type Vehicle } from '@domain/parking/kinds'
import { vehicleWords } from '@domain/parking/wording'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useLargeText } from '@/i18n/lang'
import { Choice, Empty, Icon, Label } from '@/ui'
import { More, States } from '@/widgets'
import { control, region } from '@/ui/control'
import { useTexts } from '../texts'
import { useAreaName } from './area-names'
import '../parking.css'

/** Bays in a row, fewer where the text is large; two rows face an aisle. */
const inRow = { standard: 5, large: 4 }
/** Spaces per page: a multiple of two rows, so that every page holds whole aisles. */
const shownAtOnce = 80

export type Areas = Output<'parking', 'areas'>['items']

interface Looks {
  chosen?: string | undefined
  /** Whether only free spaces can be tapped. */
  freeOnly?: boolean
  onTap: (space: SpaceView) => void
  /** Increased when the plan has to be loaded again. */
  round?: number
}
interface Props extends Looks {
  areas: Areas
  /** The area that is shown first. */ wished?: string
}

/** The areas, and the plan of the chosen one. */
export function Plan({ areas, wished, ...looks }: Props) {
  const t = useTexts()
  const areaName = useAreaName()
  const [picked, setPicked] = useState<string>()
  if (areas.length === 0) return <Empty icon="pin" title={t('spacesEmpty')} />
  const nameOf = ({ area, vehicle }: Areas[number]): string => `${vehicle}:${area}`
  const shown =
    areas.find(each => nameOf(each) === picked) ?? areas.find(({ area }) => area === wished) ?? areas[0]!
  const isMixed = new Set(areas.map(({ vehicle }) => vehicle)).size > 1
  return (
    <>
      <Label text="">
        <Choice
          name="area"
          label={t('areas')}
          value={nameOf(shown)}
          options={areas.map(each => ({
            value: nameOf(each),
            text: isMixed ? `${areaName(each.area)} · ${t(vehicleWords[each.vehicle])}` : areaName(each.area),
          }))}
          onChange={setPicked}
        />
      </Label>
      <Area key={nameOf(shown)} area={shown.area} vehicle={shown.vehicle} {...looks} />
    </>
  )
}

function Area({
  area,
  vehicle,
  chosen,
  freeOnly = false,
  onTap,
  round = 0,
}: Looks & { area: string; vehicle: Vehicle }) {
  const t = useTexts()
  const perRow = inRow[useLargeText() ? 'large' : 'standard']
  const spaces = usePages(cursor =>
    cloud.parking.spaces({ area, vehicle, limit: shownAtOnce, ...(cursor ? { cursor } : {}) }),
  )
  const { reload } = spaces
  useEffect(() => {
    if (round) void reload()
  }, [round, reload])
  return (
    <States of={spaces} cards={2}>
      {({ items, next }) => (
        <>
          {next === null ? (
            <Text className="quiet plan-sum">
              {spaceStates
                .map(state => `${t(state)} ${items.filter(space => space.state === state).length}`)
                .join(' · ')}
            </Text>
          ) : null}
          <View className="bays" {...region('list', area)}>
            {items.flatMap((space, n) => [
              ...(n % (2 * perRow) === perRow
                ? [
                    <Text key={`aisle-${n}`} className="aisle">
                      {t('aisle')}
                    </Text>,
                  ]
                : []),
              <Bay
                key={space.no}
                space={space}
                below={n % (2 * perRow) >= perRow}
                isChosen={space.no === chosen}
                isShut={freeOnly && space.state !== 'free'}
                onTap={() => onTap(space)}
              />,
            ])}
          </View>
          <More of={spaces} />
        </>
      )}
    </States>
  )
}

interface BayProps {
  space: SpaceView
  /** The aisle is above it, and its open side too. */
  below: boolean
  isChosen: boolean
  isShut: boolean
  onTap: () => void
}

function Bay({ space: { no, state }, below, isChosen, isShut, onTap }: BayProps) {
  const t = useTexts()
  const look = isChosen ? 'chosen' : state
  return (
    <View
      className={`bay bay-${below ? 'below' : 'above'} bay-${look}`}
      hoverClass={isShut ? 'none' : 'pressed'}
      {...control('button', { label: `${no}, ${t(look)}`, id: `bay-${no}`, disabled: isShut, onTap })}
    >
      {state === 'taken' ? <Icon name="car" /> : null}
      {isChosen && state !== 'taken' ? <Icon name="check" /> : null}
      <Text className="bay-no">{no}</Text>
      <Text className="bay-state">{t(look)}</Text>
    </View>
  )
}
