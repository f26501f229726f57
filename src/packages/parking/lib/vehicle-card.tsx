import { Text, View } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import type { RegistrationState, RegistrationView, Vehicle } from '@domain/parking/contract'
import { permitWords, stateWords, vehicleWords } from '@domain/parking/wording'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon, type IconName } from '@/ui'
import type { Tone } from '@/ui/badge'
import { go } from '@/device/navigate'
import { showDay } from '@/i18n/when'
import { useTexts } from '../texts'
import { useAreaName } from './area-names'

export const looks: Record<RegistrationState, [Tone, IconName]> = {
  pending: ['warn', 'clock'],
  waiting: ['warn', 'clock'],
  active: ['good', 'check'],
  renewing: ['info', 'clock'],
  expired: ['bad', 'alert'],
  rejected: ['bad', 'close'],
  cancelled: ['quiet', 'close'],
  ended: ['quiet', 'close'],
}

/** What a vehicle is called: its plate, or its kind and note. */
export function useVehicleName(): (
  vehicle: Pick<RegistrationView, 'plate' | 'note'> & { vehicle: Vehicle },
) => string {
  const t = useTexts()
  return ({ plate, vehicle, note }) =>
    plate === null ? [t(vehicleWords[vehicle]), note].filter(Boolean).join(' · ') : spokenPlate(plate)
}

/** Its name, large. */
export function VehicleTitle({ of }: { of: RegistrationView }) {
  return (
    <Text className={`plate-large${of.plate === null ? '' : ' plate-whole'}`}>{useVehicleName()(of)}</Text>
  )
}

export const isGiven = ({ state }: Pick<RegistrationView, 'state'>): boolean =>
  state === 'active' || state === 'renewing' || state === 'expired'

/** Its space and its end date, a line each, so that no date breaks. */
export function Terms({
  of: { state, permit, area, space, until, house, alsoAsked },
  withHouse,
}: {
  of: RegistrationView
  withHouse?: boolean
}) {
  const t = useTexts()
  const lang = useLang()
  const areaName = useAreaName()
  return (
    <>
      <Text className="card-meta">
        {[
          withHouse ? t('houseNo', { code: house }) : '',
          t(permitWords[permit]),
          [area && areaName(area), space].filter(Boolean).join(' '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {alsoAsked ? <Text className="card-meta">{t('alsoAsked')}</Text> : null}
      {isGiven({ state }) ? (
        <Text className="card-meta">
          {until === null ? t('noEnd') : t('until', { time: showDay(until, lang) })}
        </Text>
      ) : null}
    </>
  )
}

interface Props {
  vehicle: RegistrationView
  /** Whose it is, for the desk. */ house?: boolean
  /** Place in the line. */ place?: number
}

export function VehicleCard({ vehicle, house, place }: Props) {
  const t = useTexts()
  const name = useVehicleName()(vehicle)
  const [tone, icon] = looks[vehicle.state]
  return (
    <Card
      id={`vehicle-${vehicle.id}`}
      tone={vehicle.actions.includes('answerMove') ? 'waiting' : 'plain'}
      label={`${name}, ${t(stateWords[vehicle.state])}`}
      onTap={() => go(`packages/parking/vehicle/index?id=${vehicle.id}`)}
    >
      <View className="card-top">
        <VehicleTitle of={vehicle} />
        <Badge text={t(stateWords[vehicle.state])} tone={tone} icon={icon} />
      </View>
      <Terms of={vehicle} withHouse={house ?? false} />
      {place === undefined ? null : <Text className="card-text">{t('position', { n: place })}</Text>}
      {vehicle.actions.includes('renew') ? (
        <View className="card-foot card-what ends-soon">
          <Icon name="clock" />
          <Text>{t(vehicle.state === 'expired' ? 'renewNow' : 'endsSoon')}</Text>
        </View>
      ) : null}
      {vehicle.actions.includes('answerMove') ? (
        <View className="card-foot card-what">
          <Icon name="bell" />
          <Text>{t('pleaseMove')}</Text>
        </View>
      ) : null}
    </Card>
  )
}
