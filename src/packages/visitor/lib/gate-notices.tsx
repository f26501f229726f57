import { Text, View } from '@tarojs/components'
import { useStore } from '@/cloud/store'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Icon } from '@/ui'
import { region } from '@/ui/platform'
import { showSpan } from '@/ui/when'
import { texts } from '../texts'
import { carMemory } from './car-store'
import { gateMemory } from './gate-store'
import { tellAll } from './use-gate-network'

/** No network is no reason to stop. */
export function Offline() {
  const x = useTexts(texts)
  const lang = useLang()
  const { kit, kitAt } = useStore(gateMemory())
  return (
    <View className="notice" id="gate-offline" {...region('status')}>
      <Icon name="offline" />
      <View className="row-words">
        <Text>{x(kit ? 'goOffline' : 'offlineNoKit')}</Text>
        {kit ? (
          <Text className="card-meta">{x('kitAge', { time: showSpan(Date.now() - kitAt, lang) })}</Text>
        ) : null}
      </View>
    </View>
  )
}

/** What has not been told yet, of people and of cars, and what clashed when it was told. */
export function Waiting() {
  const x = useTexts(texts)
  const { records, conflicts } = useStore(gateMemory())
  const count = records.length + useStore(carMemory()).records.length
  if (!count && !conflicts.length) return null
  return (
    <View className="notice gate-waiting" id="gate-waiting" {...region('status')}>
      <Icon name="alert" />
      <View className="row-words">
        {count ? <Text>{x('waiting', { n: count })}</Text> : null}
        {conflicts.length ? <Text>{x('conflictsFound', { n: conflicts.length })}</Text> : null}
      </View>
      {count ? (
        <Button
          id="sync-now"
          kind="quiet"
          small
          text={x('syncNow')}
          onTap={() => tellAll().catch(() => undefined)}
        />
      ) : null}
    </View>
  )
}
