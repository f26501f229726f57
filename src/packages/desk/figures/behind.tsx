import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FigureRecord, FigureView } from '@domain/desk/contract'
import type { Dimension } from '@domain/desk/figure-names'
import { categoryOf, dimensionWords, noBuilding } from '@domain/desk/wording'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Label, Row } from '@/ui'
import { More, States } from '@/widgets'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'
import { isShare, monthsUpTo, percentOf, showFigure, withRecords, type Period } from '../lib'
import { useTexts } from '../texts'
import type { FigureProps } from './figure-props'
import { Gauge } from '../gauge'
import { Trend } from './trend'

const views = ['records', 'missed', 'month', 'building', 'category', 'person'] as const
type Shown = (typeof views)[number]
/** The selected part of a figure; with `missed`, only the records that missed the target. */
interface Asked {
  period: Period
  dimension: Dimension
  value: string
  missed: boolean
  title: string
}
interface Slice {
  key: string
  label: string
  sum: number
  count: number
  asked: Asked | null
}

/**
 * The details of a figure: its trend, its records, and its values by month, building, category and person.
 */
export function Behind({ figure, period, knowsNames }: FigureProps) {
  const t = useTexts()
  const [shown, setShown] = useState<Shown>('records')
  const [into, setInto] = useState<Asked>()
  const names: Record<Shown, string> = {
    records: t('records'),
    missed: t('missedOnes'),
    month: t('byMonth'),
    building: t(dimensionWords.building),
    category: t(dimensionWords.category),
    person: t(dimensionWords.person),
  }
  const whole: Asked = { period, dimension: 'all', value: '', missed: shown === 'missed', title: '' }
  const isList = shown === 'records' || shown === 'missed'
  const labelOf = (dimension: Dimension, value: string, known: string): string => {
    if (dimension === 'category') return t(categoryOf(value))
    if (dimension === 'building') return known ? t('building', { n: known }) : t(noBuilding)
    return knowsNames ? known || t('formerStaff') : t('staffNo', { n: known })
  }
  const slicesOf = (by: Exclude<Shown, 'records' | 'missed'>): Slice[] => {
    if (by === 'month')
      return [...figure.months].reverse().map(({ month, sum, count }) => ({
        key: month,
        label: month,
        sum,
        count,
        asked: { period: monthsUpTo(month, 1), dimension: 'all', value: '', missed: false, title: month },
      }))
    return figure.by
      .filter(({ dimension }) => dimension === by)
      .map(({ value, label: known, sum, count }) => {
        const label = labelOf(by, value, known)
        return {
          key: value,
          label,
          sum,
          count,
          asked:
            by === 'person' && !knowsNames
              ? null
              : { period, dimension: by, value, missed: false, title: label },
        }
      })
  }
  const options = views
    .filter(value => value !== 'missed' || isShare(figure.figure))
    .map(value => ({ value, text: names[value] }))
  return (
    <View className="behind">
      <Trend figure={figure} />
      <Label text="">
        <Choice
          name="behind"
          label={t('behind')}
          value={shown}
          options={options}
          onChange={next => {
            setShown(next)
            setInto(undefined)
          }}
        />
      </Label>
      {isList ? <Records key={shown} figure={figure} asked={whole} /> : null}
      {!isList && into ? (
        <>
          <Button
            id="behind-back"
            kind="quiet"
            small
            icon="back"
            text={into.title}
            onTap={() => setInto(undefined)}
          />
          <Records figure={figure} asked={into} />
        </>
      ) : null}
      {isList || into ? null : <Slices figure={figure} of={slicesOf(shown)} onTap={setInto} />}
    </View>
  )
}

/** The most slices shown at once: an estate has more buildings than a reader takes in. */
const mostSlices = 8

function Slices({
  figure,
  of,
  onTap,
}: {
  figure: FigureView
  of: readonly Slice[]
  onTap: (asked: Asked) => void
}) {
  const t = useTexts()
  const lang = useLang()
  const [all, setAll] = useState(false)
  if (of.length === 0) return <Text className="quiet">{t('nothingYet')}</Text>
  return (
    <>
      {of.slice(0, all ? of.length : mostSlices).map(({ key, label, sum, count, asked }) => (
        <View key={key} className="slice">
          <Row
            id={`slice-${key}`}
            title={label}
            value={
              count
                ? `${showFigure(figure.figure, { sum, count }, lang)} (${isShare(figure.figure) ? `${sum}/${count}` : count})`
                : '–'
            }
            {...(asked && count ? { onTap: () => onTap(asked) } : {})}
          />
          {isShare(figure.figure) && count ? (
            <Gauge thin percent={percentOf({ sum, count })} promised={figure.promised} />
          ) : null}
        </View>
      ))}
      {of.length > mostSlices && !all ? (
        <Button
          id="all-slices"
          kind="quiet"
          small
          text={t('allSlices', { n: of.length })}
          onTap={() => setAll(true)}
        />
      ) : null}
    </>
  )
}

/** Slices added at each tap, so that the figures below stay within reach. */
const recordsShown = 10

function Records({
  figure,
  asked: { period, dimension, value, missed },
}: {
  figure: FigureView
  asked: Asked
}) {
  const t = useTexts()
  const lang = useLang()
  const [seen, setSeen] = useState(recordsShown)
  const records = usePages<FigureRecord>(
    withRecords(cursor =>
      cloud.desk.figureList({
        figure: figure.figure,
        ...period,
        dimension,
        value,
        ...(missed ? { missed } : {}),
        ...(cursor ? { cursor } : {}),
      }),
    ),
    [figure.figure, period.from, period.to, dimension, value, missed],
  )
  return (
    <States of={records} cards={1}>
      {({ items }) => (
        <View id="behind">
          {items.length === 0 ? (
            <Text className="quiet">{t('nothingYet')}</Text>
          ) : (
            items
              .slice(0, seen)
              .map(({ kind, id, no, category, house, at, sum, count, link }) => (
                <Row
                  key={`${kind}${id}`}
                  {...(isShare(figure.figure)
                    ? { icon: isGood(figure.figure, sum, count) ? ('check' as const) : ('alert' as const) }
                    : {})}
                  title={t(categoryOf(category))}
                  hint={[no, house && t('houseNo', { code: house }), showTime(at, lang)]
                    .filter(Boolean)
                    .join(' · ')}
                  {...(isShare(figure.figure)
                    ? {}
                    : { value: showFigure(figure.figure, { sum, count }, lang) })}
                  {...(link ? { onTap: () => go(link) } : {})}
                />
              ))
          )}
          {items.length > seen ? (
            <Button
              id="more-behind"
              kind="plain"
              small
              text={t('more')}
              onTap={() => setSeen(seen + recordsShown)}
            />
          ) : (
            <More of={records} />
          )}
        </View>
      )}
    </States>
  )
}

/** For this figure a record that counts is a miss: a reopened order. */
const isGood = (figure: FigureView['figure'], sum: number, count: number): boolean =>
  figure === 'reopened' ? sum === 0 : sum === count
