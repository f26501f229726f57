import { View } from '@tarojs/components'
import { region } from '@/ui/control'
import { useTexts } from './texts'

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
  const t = useTexts()
  const look = promised === null ? ' gauge-plain' : percent < promised ? ' gauge-low' : ''
  return (
    <View
      className={`gauge${thin ? ' gauge-thin' : ''}`}
      {...region(
        'img',
        [`${percent} %`, promised === null ? '' : t('promisedAt', { n: promised })]
          .filter(Boolean)
          .join(', '),
      )}
    >
      <View className={`gauge-fill${look}`} style={{ width: `${percent}%` }} />
      {promised === null ? null : <View className="gauge-line" style={{ left: `${promised}%` }} />}
    </View>
  )
}
