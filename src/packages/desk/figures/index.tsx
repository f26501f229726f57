import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FigureRecord, FigureView } from '@domain/desk/contract'
import type { Dimension } from '@domain/desk/figure-names'
import { dimensionWords, figureWords } from '@domain/desk/wording'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Button, Card, Choice, FailureNote, Label, More, Page, Row, Section, States } from '@/ui'
import { openSheet } from '@/ui/open-sheet'
import { control, go, region, toast } from '@/ui/platform'
import { estateDayAhead, estateInstant, showTime } from '@/ui/when'
import { categoryName, isShare, percentOf, showFigure } from '../lib'
import { texts } from '../texts'
import '../figures.css'

interface Period { from: string; to: string }
type Span = 'month' | 'quarter' | 'year'
const months: Record<Span, number> = { month: 1, quarter: 3, year: 12 }

/** Whole months at the estate, the one that is chosen last. */
function periodOf(last: string, span: Span): Period {
  const [year = 2026, month = 1] = last.split('-').map(Number)
  const first = (back: number): string => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 10)
  return { from: estateInstant(first(months[span]), '00:00'), to: estateInstant(first(0), '00:00') }
}

/** Whether the promises are kept: each figure with its promise as a line, and what is behind it one tap away. */
export default function FiguresPage() {
  const x = useTexts(texts)
  const lang = useLang()
  const roles = useKnownSession().data?.roles ?? []
  const [last, setLast] = useState(() => estateDayAhead(0).slice(0, 7))
  const [span, setSpan] = useState<Span>('year')
  const [opened, setOpened] = useState<FigureView['figure']>()
  const period = periodOf(last, span)
  const figures = useLoad(() => cloud.desk.figures(period), [last, span])
  return (
    <Page title={x('figuresTitle')} id='page-figures' who={['butler', 'manager', 'committee']}>
      <Label text=''>
        <Choice name='span' label={x('figuresTitle')} columns={3} value={span} options={(['month', 'quarter', 'year'] as const).map(value => ({ value, text: x(value) }))} onChange={setSpan} />
      </Label>
      <Label text={x('lastMonth')}>
        <Picker mode='date' fields='month' value={last} onChange={event => setLast(event.detail.value.slice(0, 7))}>
          <View className='picker' {...region('status', x('lastMonth'))}><Text>{last}</Text></View>
        </Picker>
      </Label>
      <States of={figures} cards={4}>
        {({ figures: all, countedAt, entered }) => (
          <>
            <Text className='quiet hint'>{countedAt ? x('countedAt', { time: showTime(countedAt, lang) }) : x('notCounted')}</Text>
            {all.map(figure => <Figure key={figure.figure} figure={figure} isOpen={opened === figure.figure} period={period} onTap={() => setOpened(opened === figure.figure ? undefined : figure.figure)} />)}
            <Entered entered={entered} />
            {roles.includes('manager') ? <Exports period={period} /> : null}
          </>
        )}
      </States>
    </Page>
  )
}

interface FigureProps { figure: FigureView; isOpen: boolean; period: Period; onTap: () => void }

function Figure({ figure, isOpen, period, onTap }: FigureProps) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const value = showFigure(figure.figure, figure, lang)
  const low = figure.promised !== null && figure.count > 0 && percentOf(figure) < figure.promised
  return (
    <Card id={`figure-${figure.figure}`}>
      <View className='card-top' {...control('button', { label: `${say(figureWords[figure.figure])} ${value}`, id: `open-${figure.figure}`, onTap })}>
        <Text className='card-what'>{say(figureWords[figure.figure])}</Text>
        <Text className='figure-value' id={`value-${figure.figure}`}>{value}</Text>
      </View>
      {isShare(figure.figure) ? (
        <View className='gauge' {...region('img', `${value}, ${figure.promised === null ? '' : x('promisedAt', { n: figure.promised })}`)}>
          <View className={`gauge-fill${low ? ' gauge-low' : figure.promised === null ? ' gauge-plain' : ''}`} style={{ width: `${percentOf(figure)}%` }} />
          {figure.promised === null ? null : <View className='gauge-line' style={{ left: `${figure.promised}%` }} />}
        </View>
      ) : null}
      <Text className='card-meta'>{[isShare(figure.figure) ? x('ofCount', { sum: figure.sum, count: figure.count }) : x('ofMany', { count: figure.count }), figure.promised === null || figure.count === 0 ? '' : x(low ? 'missedBy' : 'keptAt', { n: figure.promised })].filter(Boolean).join(' · ')}</Text>
      {isOpen ? <Behind figure={figure} period={period} /> : null}
    </Card>
  )
}

/** By month, by building, category and person, and the records themselves. */
function Behind({ figure, period }: { figure: FigureView; period: Period }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const [dimension, setDimension] = useState<Dimension>('building')
  const [listed, setListed] = useState<{ dimension: Dimension; value: string } | undefined>()
  const parts = figure.by.filter(part => part.dimension === dimension)
  const nameOf = (value: string, label: string): string => (dimension === 'category' ? categoryName(value, lang) : dimension === 'building' ? label ? x('building', { n: label }) : x('noBuilding') : label || x('person'))
  return (
    <View className='behind'>
      <Trend figure={figure} />
      <Label text=''>
        <Choice name='dimension' label={x('figuresTitle')} columns={3} value={dimension} options={(['building', 'category', 'person'] as const).map(value => ({ value, text: say(dimensionWords[value]) }))} onChange={(next) => { setDimension(next); setListed(undefined) }} />
      </Label>
      {parts.length === 0 ? <Text className='quiet'>{x('nothingYet')}</Text> : parts.map(part => (
        <Row
          key={part.value} id={`part-${dimension}-${part.value}`} title={nameOf(part.value, part.label)} value={`${showFigure(figure.figure, part, lang)} (${part.sum}/${part.count})`}
          onTap={() => setListed({ dimension, value: part.value })}
        />
      ))}
      <Button id='all-behind' kind='plain' small text={x('allBehind')} onTap={() => setListed({ dimension: 'all', value: '' })} />
      {listed ? <Records key={`${listed.dimension}${listed.value}`} figure={figure} period={period} of={listed} /> : null}
    </View>
  )
}

const monthsShown = 12

function Trend({ figure }: { figure: FigureView }) {
  const lang = useLang()
  const shown = figure.months.slice(-monthsShown)
  const most = isShare(figure.figure) ? 100 : Math.max(1, ...shown.map(({ sum, count }) => (count ? sum / count : 0)))
  const height = (each: { sum: number; count: number }): number => (isShare(figure.figure) ? percentOf(each) : each.count ? Math.round(100 * each.sum / each.count / most) : 0)
  if (shown.length < 2) return null
  return (
    <View {...region('img', shown.map(each => `${each.month} ${showFigure(figure.figure, each, lang)}`).join(', '))}>
      <View className='trend'>
        {shown.map(each => <View key={each.month} className={`trend-bar${each.count ? '' : ' trend-none'}`} style={{ height: `${height(each)}%` }} />)}
        {figure.promised === null ? null : <View className='trend-line' style={{ bottom: `${figure.promised}%` }} />}
      </View>
      <View className='trend-foot'><Text>{shown[0]!.month}</Text><Text>{shown[shown.length - 1]!.month}</Text></View>
    </View>
  )
}

function Records({ figure, period, of }: { figure: FigureView; period: Period; of: { dimension: Dimension; value: string } }) {
  const x = useTexts(texts)
  const lang = useLang()
  const records = usePages<FigureRecord>(cursor => cloud.desk.figureList({ figure: figure.figure, ...period, ...of, ...(cursor ? { cursor } : {}) }), [figure.figure, period.from, period.to])
  return (
    <States of={records} cards={1}>
      {({ items }) => (
        <View className='card-list' id='behind'>
          {items.length === 0 ? <Text className='quiet'>{x('nothingYet')}</Text> : items.map(({ kind, id, no, category, house, at, sum, count, link }) => (
            <Row
              key={`${kind}${id}`} icon={isShare(figure.figure) && sum < count ? 'alert' : 'check'} title={`${categoryName(category, lang)} · ${no}`} hint={[house, showTime(at, lang)].filter(Boolean).join(' · ')}
              {...(isShare(figure.figure) ? {} : { value: showFigure(figure.figure, { sum, count }, lang) })} {...(link ? { onTap: () => go(link) } : {})}
            />
          ))}
          <More of={records} />
        </View>
      )}
    </States>
  )
}

interface EnteredProps { entered: { greenCover: number; facilities: number; facilitiesInOrder: number; statementOn: string } }

/** What the manager enters in the settings, and what nobody can tell yet. */
function Entered({ entered: { greenCover, facilities, facilitiesInOrder, statementOn } }: EnteredProps) {
  const x = useTexts(texts)
  const none = x('notEntered')
  return (
    <Section title={x('entered')}>
      <View className='card card-list'>
        <Row title={x('facilities')} hint={x('promisedAt', { n: 95 })} value={facilities ? `${String(percentOf({ sum: facilitiesInOrder, count: facilities }))} % (${facilitiesInOrder}/${facilities})` : none} />
        <Row title={x('greenCover')} hint={x('promisedAt', { n: 30 })} value={greenCover ? `${greenCover} %` : none} />
        <Row title={x('statementOn')} hint={x('everyHalfYear')} value={statementOn || none} />
        <Row title={x('gateDuty')} hint={x('noPatrolLog')} value={none} />
      </View>
    </Section>
  )
}

function Exports({ period }: { period: Period }) {
  const x = useTexts(texts)
  const exporting = useSend((requestId, what: 'repairs' | 'complaints' | 'visitors' | 'vehicles' | 'figures') => cloud.desk.export({ what, ...period }, { requestId }))
  return (
    <Section title={x('exportTitle')}>
      {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
      <View className='buttons'>
        {(['figures', 'repairs', 'complaints', 'visitors', 'vehicles'] as const).map(what => (
          <Button key={what} id={`export-${what}`} kind='plain' text={x(what)} busy={exporting.busy} onTap={async () => { const made = await exporting.run(what); if (made) { toast(x('exported')); await openSheet(made.address) } }} />
        ))}
      </View>
    </Section>
  )
}

