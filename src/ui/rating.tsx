import { Text, View } from '@tarojs/components'
import { useTexts, type CommonKey } from '@/i18n/texts'
import { control, region } from './control'
import './rating.css'

const words: CommonKey[] = ['stars1', 'stars2', 'stars3', 'stars4', 'stars5']

/** A rating from 1 to 5 in stars and in words; read-only without `onChange`. */
export function Rating({
  label,
  value,
  onChange,
  name,
}: {
  label: string
  value: number
  onChange?: (value: number) => void
  name: string
}) {
  const t = useTexts()
  return (
    <View className="rating" {...region('radiogroup', label)}>
      <View className="rating-head">
        <Text className="rating-name">{label}</Text>
        <Text className="rating-words">{value ? t(words[value - 1]!) : ''}</Text>
      </View>
      <View className="stars">
        {[1, 2, 3, 4, 5].map(n => {
          const look = <View className={`icon i-star${n <= value ? ' star-on' : ''}`} aria-hidden="true" />
          if (!onChange)
            return (
              <View key={n} className="star star-still">
                {look}
              </View>
            )
          return (
            <View
              key={n}
              className="star"
              hoverClass="pressed"
              {...control('radio', {
                label: `${label}, ${t('starOf', { n })}`,
                checked: n === value,
                id: `${name}-${n}`,
                onTap: () => onChange(n),
              })}
            >
              {look}
            </View>
          )
        })}
      </View>
    </View>
  )
}
