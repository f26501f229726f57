import { View } from '@tarojs/components'
import { useTexts } from '@/i18n/texts'
import { region } from '@/ui/platform'
import { texts } from './texts'

/** A share as a bar, the promised one as a line across it. */
export function Gauge({
  percent,
  promised,
  thin,
}: {
  percent: number
  promised: number | null
  thin?: boolean
}) {
  const x = useTexts(texts)
  const look = promised === null ? ' gauge-plain' : percent < promised ? ' gauge-low' : ''
  return (
    <View
      className={`gauge${thin ? ' gauge-thin' : ''}`}
      {...region(
        'img',
        [`${percent} %`, promised === null ? '' : x('promisedAt', { n: promised })]
          .filter(Boolean)
          .join(', '),
      )}
    >
      <View className={`gauge-fill${look}`} style={{ width: `${percent}%` }} />
      {promised === null ? null : <View className="gauge-line" style={{ left: `${promised}%` }} />}
    </View>
  )
}
