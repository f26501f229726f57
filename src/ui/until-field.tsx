import { Picker, Text, View } from '@tarojs/components'
import { useLang } from '@/i18n/lang'
import { defineTexts } from '@/i18n/texts'
import { Choice } from './choice'
import { Label } from './field'
import { Icon } from './icon'
import { handle } from './control'
import { estateDayAhead, estateInstant, showDay } from '@/i18n/when'

/** Kept here, so that the main package does not carry them. */
const useTexts = defineTexts({
  none: ['不限', 'No limit'],
  days: ['{n} 天', '{n} days'],
  chooseDay: ['选择日期', 'Choose a date'],
  untilEnd: ['到 {day} 24:00 为止', 'Until the end of {day}'],
})
const shortcuts = ['3', '7', '14'] as const
const lastMinute = '23:59'

/** The instant at which a day ends at the estate; none without a day. */
export const endOfDay = (day: string): string | undefined =>
  day ? estateInstant(day, lastMinute) : undefined

interface Props {
  label: string
  /** `YYYY-MM-DD` at the estate; empty: no end. */
  value: string
  onChange: (day: string) => void
  /** Whether "no end" can be chosen. */
  endless?: boolean
  hint?: string
  wrong?: string | undefined
}

/** The last day on which something is valid, that day included. */
export function UntilField({ label, value, onChange, endless, hint, wrong }: Props) {
  const t = useTexts()
  const lang = useLang()
  const end = endOfDay(value)
  const shortcut = value === '' ? 'none' : shortcuts.find(days => estateDayAhead(Number(days)) === value)
  const options = [
    ...(endless ? [{ value: 'none', text: t('none') }] : []),
    ...shortcuts.map(days => ({ value: days, text: t('days', { n: days }) })),
  ]
  return (
    <Label text={label} wrong={wrong}>
      <Choice
        name="until"
        label={label}
        value={shortcut}
        options={options}
        onChange={days => onChange(days === 'none' ? '' : estateDayAhead(Number(days)))}
      />
      <View className="hint">
        <Picker
          mode="date"
          value={value || estateDayAhead(1)}
          start={estateDayAhead(0)}
          onChange={event => onChange(event.detail.value)}
        >
          <View className={`picker${wrong ? ' input-wrong' : ''}`} {...handle('until')}>
            <Text>{end ? t('untilEnd', { day: showDay(end, lang) }) : t('chooseDay')}</Text>
            <Icon name="next" />
          </View>
        </Picker>
      </View>
      {hint ? <Text className="quiet hint">{hint}</Text> : null}
    </Label>
  )
}
