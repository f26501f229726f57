import { View } from '@tarojs/components'
import { region } from '@/ui/control'
import { useTexts } from './texts'

function lookOf(percent: number, promised: number | null): string {
  if (promised === null) return ' gauge-plain'
  return percent < promised ? ' gauge-low' : ''
}

/** A share as a bar, with the target as a line across it. */
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
  return (
    <View
      className={`gauge${thin ? ' gauge-thin' : ''}`}
      {...region(
        'img',
        [`${percent}%`, promised === null ? '' : t('promisedAt', { n: promised })].filter(Boolean).join(', '),
      )}
    >
      <View className={`gauge-fill${lookOf(percent, promised)}`} style={{ width: `${percent}%` }} />
      {promised === null ? null : <View className="gauge-line" style={{ left: `${promised}%` }} />}
    </View>
  )
}
