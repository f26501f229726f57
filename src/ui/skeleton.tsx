import { View } from '@tarojs/components'
import { useTexts } from '@/i18n/texts'
import { region } from './control'

/** A placeholder while content is loading. */
export function Skeleton({ cards = 2 }: { cards?: number }) {
  const t = useTexts()
  return (
    <View {...region('status', t('loading'))} id="skeleton">
      {Array.from({ length: cards }, (_, n) => (
        <View key={n} className="card">
          <View className="bone bone-short" />
          <View className="bone" />
          <View className="bone bone-half" />
        </View>
      ))}
    </View>
  )
}
