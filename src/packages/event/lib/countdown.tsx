import { Text, View } from '@tarojs/components'
import { useLang } from '@/i18n/lang'
import { Icon } from '@/ui'
import { useNow } from '@/ui/use-now'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'

/** The time left until an instant, the instant, and what happens then. */
export function Countdown({
  id,
  name,
  until,
  then,
}: {
  id: string
  name: string
  until: string
  then?: string
}) {
  const t = useTexts()
  const lang = useLang()
  const now = useNow()
  const left = Date.parse(until) - now
  return (
    <View className={`clock${left > 0 ? '' : ' clock-late'}`} id={id}>
      <Icon name={left > 0 ? 'clock' : 'alert'} />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-name">{name}</Text>
          <Text className="clock-left">
            {left > 0 ? t('left', { time: showSpan(left, lang) }) : t('over')}
          </Text>
        </View>
        <Text className="clock-hint">
          {[t('by', { time: showTime(until, lang, now) }), then]
            .filter(Boolean)
            .join(lang === 'en' ? '. ' : '，')}
        </Text>
      </View>
    </View>
  )
}
