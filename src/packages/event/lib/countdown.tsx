import { Text, View } from '@tarojs/components'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Icon } from '@/ui'
import { useNow } from '@/ui/clock'
import { showSpan, showTime } from '@/ui/when'
import { texts } from '../texts'

/** What is left until an instant, until when that is, and what happens then. */
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
  const x = useTexts(texts)
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
            {left > 0 ? x('left', { time: showSpan(left, lang) }) : x('over')}
          </Text>
        </View>
        <Text className="clock-hint">
          {[x('by', { time: showTime(until, lang, now) }), then]
            .filter(Boolean)
            .join(lang === 'en' ? '. ' : '，')}
        </Text>
      </View>
    </View>
  )
}
