import { Text, View } from '@tarojs/components'
import { spokenPlate } from '@domain/kernel/plate'
import type { RegistrationState, RegistrationView, Vehicle } from '@domain/parking/contract'
import { permitWords, stateWords, vehicleWords } from '@domain/parking/wording'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Card, Icon, type IconName } from '@/ui'
import type { Tone } from '@/ui/badge'
import { go } from '@/ui/platform'
import { showDay } from '@/ui/when'
import { texts } from '../texts'

export const looks: Record<RegistrationState, [Tone, IconName]> = {
  pending: ['warn', 'clock'], waiting: ['warn', 'clock'], active: ['good', 'check'], renewing: ['info', 'clock'], expired: ['bad', 'alert'], rejected: ['bad', 'close'], cancelled: ['quiet', 'close'], ended: ['quiet', 'close'],
}

/** What a vehicle is called: its plate, or its kind and note. */
export function useVehicleName(): (vehicle: Pick<RegistrationView, 'plate' | 'note'> & { vehicle: Vehicle }) => string {
  const say = useWords()
  return ({ plate, vehicle, note }) => (plate === null ? [say(vehicleWords[vehicle]), note].filter(Boolean).join(' · ') : spokenPlate(plate))
}

/** Where it stands and until when. */
export function useTerms(): (vehicle: RegistrationView) => string {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  return ({ state, permit, area, space, until }) => {
    const given = state === 'active' || state === 'renewing' || state === 'expired'
    return [say(permitWords[permit]), [area, space].filter(Boolean).join(' '), given ? until === null ? x('noEnd') : x('until', { time: showDay(until, lang) }) : ''].filter(Boolean).join(' · ')
  }
}

export function VehicleCard({ vehicle, house }: { vehicle: RegistrationView; house?: boolean }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const name = useVehicleName()(vehicle)
  const terms = useTerms()(vehicle)
  const [tone, icon] = looks[vehicle.state]
  return (
    <Card id={`vehicle-${vehicle.id}`} tone={vehicle.actions.includes('answerMove') ? 'waiting' : 'plain'} label={`${name}, ${say(stateWords[vehicle.state])}`} onTap={() => go(`packages/parking/vehicle/index?id=${vehicle.id}`)}>
      <View className='card-top'>
        <Text className='plate-large'>{name}</Text>
        <Badge text={say(stateWords[vehicle.state])} tone={tone} icon={icon} />
      </View>
      <Text className='card-meta'>{[house ? t('houseNo', { code: vehicle.house }) : '', terms].filter(Boolean).join(' · ')}</Text>
      {vehicle.actions.includes('answerMove') ? <View className='card-foot card-what'><Icon name='bell' /><Text>{x('pleaseMove')}</Text></View> : null}
    </Card>
  )
}
