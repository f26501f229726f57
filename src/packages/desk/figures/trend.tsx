import { Text, View } from '@tarojs/components'
import type { FigureView } from '@domain/desk/contract'
import { useLang } from '@/i18n/lang'
import { region } from '@/ui/control'
import { isShare, percentOf, showFigure } from '../lib'
import { useTexts } from '../texts'

const monthsShown = 12
/** Every third month has its name below: more do not fit on a small phone with large text. */
const namedEvery = 3

/** A figure by month as bars, with the target as a line across them. */
export function Trend({ figure }: { figure: FigureView }) {
  const t = useTexts()
  const lang = useLang()
  const shown = figure.months.slice(-monthsShown)
  if (shown.length < 2) return null
  const valueOf = ({ sum, count }: { sum: number; count: number }): number => {
    if (isShare(figure.figure)) return percentOf({ sum, count })
    return count ? sum / count : 0
  }
  const lookOf = (month: { sum: number; count: number }): string => {
    if (month.count === 0) return ' trend-none'
    return figure.promised !== null && valueOf(month) < figure.promised ? ' trend-low' : ''
  }
  const most = isShare(figure.figure) ? 100 : Math.max(1, ...shown.map(valueOf))
  return (
    <View
      className="trend-all"
      {...region(
        'img',
        shown.map(each => `${each.month} ${showFigure(figure.figure, each, lang)}`).join(', '),
      )}
    >
      {figure.promised === null ? null : (
        <Text className="quiet">- - - {t('promisedAt', { n: figure.promised })}</Text>
      )}
      <View className="trend">
        {shown.map(each => (
          <View
            key={each.month}
            className={`trend-bar${lookOf(each)}`}
            style={{ height: `${Math.round((100 * valueOf(each)) / most)}%` }}
          />
        ))}
        {figure.promised === null ? null : (
          <View className="trend-line" style={{ bottom: `${figure.promised}%` }} />
        )}
      </View>
      <View className="trend-foot">
        {shown.map(({ month }, n) => (
          <View key={month} className="trend-month">
            {(shown.length - 1 - n) % namedEvery === 0 ? (
              <Text className="trend-name">{t('monthNo', { n: Number(month.slice(5)) })}</Text>
            ) : null}
          </View>
        ))}
      </View>
    </View>
  )
}
