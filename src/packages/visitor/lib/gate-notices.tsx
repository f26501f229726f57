import { Text, View } from '@tarojs/components'
import { useStore } from '@/state/store'
import { useLang } from '@/i18n/lang'
import { Button, Icon } from '@/ui'
import { region } from '@/ui/control'
import { showSpan } from '@/i18n/when'
import { useTexts } from '../texts'
import { carMemory } from './car-store'
import { gateMemory } from './gate-store'
import { tellAll } from './use-gate-network'

/** Shown to the guard without a network: checks go on with the data on the phone. */
export function Offline() {
  const t = useTexts()
  const lang = useLang()
  const { kit, kitAt } = useStore(gateMemory())
  return (
    <View className="notice" id="gate-offline" {...region('status')}>
      <Icon name="offline" />
      <View className="row-words">
        <Text>{t(kit ? 'goOffline' : 'offlineNoKit')}</Text>
        {kit ? (
          <Text className="card-meta">{t('kitAge', { time: showSpan(Date.now() - kitAt, lang) })}</Text>
        ) : null}
        {kit && !kit.isComplete ? <Text className="card-meta">{t('kitPartial')}</Text> : null}
      </View>
    </View>
  )
}

/** Records of visitors and cars that are not sent yet, and those that the server found in conflict. */
export function Waiting() {
  const t = useTexts()
  const { records, conflicts } = useStore(gateMemory())
  const count = records.length + useStore(carMemory()).records.length
  if (!count && !conflicts.length) return null
  return (
    <View className="notice gate-waiting" id="gate-waiting" {...region('status')}>
      <Icon name="alert" />
      <View className="row-words">
        {count ? <Text>{t('waiting', { n: count })}</Text> : null}
        {conflicts.length ? <Text>{t('conflictsFound', { n: conflicts.length })}</Text> : null}
      </View>
      {count ? (
        <Button
          id="sync-now"
          kind="quiet"
          small
          text={t('syncNow')}
          onTap={() => tellAll().catch(() => undefined)}
        />
      ) : null}
    </View>
  )
}
