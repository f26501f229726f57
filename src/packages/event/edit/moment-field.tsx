import { Picker, Text, View } from '@tarojs/components'
import { useLang } from '@/i18n/lang'
import { Label } from '@/ui'
import { handle } from '@/ui/control'
import { estateInstant } from '@/i18n/when'
import { showWeekday } from '../lib/when'
import { useTexts } from '../texts'

interface Props {
  id: string
  label: string
  date: string
  time: string
  wrong?: string | undefined
  onDate: (date: string) => void
  onTime: (time: string) => void
}

/** A day and a time at the estate. */
export function MomentField({ id, label, date, time, wrong, onDate, onTime }: Props) {
  const t = useTexts()
  const lang = useLang()
  const face = (part: string, name: string, shown: string) => (
    <View
      className={`input input-picked${wrong ? ' input-wrong' : ''}`}
      {...handle(`${id}-${part}`)}
      aria-label={`${label}, ${name}, ${shown}`}
    >
      <Text className="input-inner">{shown}</Text>
    </View>
  )
  return (
    <Label text={label} wrong={wrong}>
      <View className="moment">
        <View className="moment-day">
          <Picker mode="date" value={date} onChange={event => onDate(event.detail.value)}>
            {face('date', t('date'), showWeekday(estateInstant(date, '12:00'), lang))}
          </Picker>
        </View>
        <View className="moment-time">
          <Picker mode="time" value={time} onChange={event => onTime(event.detail.value)}>
            {face('time', t('time'), time)}
          </Picker>
        </View>
      </View>
    </Label>
  )
}
