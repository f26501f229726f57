import { Text, View } from '@tarojs/components'
import { figureWords } from '@domain/desk/wording'
import { useLang } from '@/i18n/lang'
import { Card, Icon } from '@/ui'
import { control } from '@/ui/control'
import { isShare, percentOf, showFigure } from '../lib'
import { useTexts } from '../texts'
import { Behind } from './behind'
import type { FigureProps } from './figure-props'
import { Gauge } from '../gauge'

/** A figure: its value, its target as a line, its counts, and its details when tapped. */
export function Figure({
  figure,
  isOpen,
  period,
  knowsNames,
  onTap,
}: FigureProps & { isOpen: boolean; onTap: () => void }) {
  const t = useTexts()
  const lang = useLang()
  const value = showFigure(figure.figure, figure, lang)
  const low = figure.promised !== null && figure.count > 0 && percentOf(figure) < figure.promised
  const made = isShare(figure.figure)
    ? t('ofCount', { sum: figure.sum, count: figure.count })
    : t('ofMany', { count: figure.count })
  const kept =
    figure.promised === null || figure.count === 0
      ? ''
      : t(low ? 'missedBy' : 'keptAt', { n: figure.promised })
  return (
    <Card id={`figure-${figure.figure}`}>
      <View
        className="figure-head"
        {...control('button', {
          label: `${t(figureWords[figure.figure])} ${value}`,
          id: `open-${figure.figure}`,
          onTap,
        })}
      >
        <View className="figure-words">
          <Text className="figure-name">{t(figureWords[figure.figure])}</Text>
          <Text className="figure-value" id={`value-${figure.figure}`}>
            {value}
          </Text>
        </View>
        <View className={isOpen ? 'figure-opened' : 'figure-closed'}>
          <Icon name="next" />
        </View>
      </View>
      {isShare(figure.figure) && figure.count > 0 ? (
        <Gauge percent={percentOf(figure)} promised={figure.promised} />
      ) : null}
      <Text className="card-meta">{[made, kept].filter(Boolean).join(' · ')}</Text>
      {isOpen ? <Behind figure={figure} period={period} knowsNames={knowsNames} /> : null}
    </Card>
  )
}
