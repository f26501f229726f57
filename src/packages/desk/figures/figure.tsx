import { Text, View } from '@tarojs/components'
import type { FigureView } from '@domain/desk/contract'
import { figureWords } from '@domain/desk/wording'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Card, Icon } from '@/ui'
import { control } from '@/ui/platform'
import { isShare, percentOf, showFigure, type Period } from '../lib'
import { texts } from '../texts'
import { Behind } from './behind'
import { Gauge } from '../gauge'

export interface FigureProps {
  figure: FigureView
  period: Period
  /** Whether it may be asked by person. */ knowsNames: boolean
}

/** One figure: its value, its promise as a line, what it is made of, and, tapped, what is behind it. */
export function Figure({
  figure,
  isOpen,
  period,
  knowsNames,
  onTap,
}: FigureProps & { isOpen: boolean; onTap: () => void }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const value = showFigure(figure.figure, figure, lang)
  const low = figure.promised !== null && figure.count > 0 && percentOf(figure) < figure.promised
  const made = isShare(figure.figure)
    ? x('ofCount', { sum: figure.sum, count: figure.count })
    : x('ofMany', { count: figure.count })
  const kept =
    figure.promised === null || figure.count === 0
      ? ''
      : x(low ? 'missedBy' : 'keptAt', { n: figure.promised })
  return (
    <Card id={`figure-${figure.figure}`}>
      <View
        className="figure-head"
        {...control('button', {
          label: `${say(figureWords[figure.figure])} ${value}`,
          id: `open-${figure.figure}`,
          onTap,
        })}
      >
        <View className="figure-words">
          <Text className="figure-name">{say(figureWords[figure.figure])}</Text>
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
