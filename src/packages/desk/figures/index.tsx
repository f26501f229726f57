import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FigureView } from '@domain/desk/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Button, Choice, Label, Section } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { openSpreadsheet } from '@/device/open-spreadsheet'
import { region } from '@/ui/control'
import { toast } from '@/device/platform'
import { estateDayAhead, showTime } from '@/i18n/when'
import { monthsUpTo, type Period } from '../lib'
import { useTexts } from '../texts'
import { Entered } from './entered'
import { Figure } from './figure'
import '../figures.css'

const spans = { month: 1, quarter: 3, year: 12 } as const
type Span = keyof typeof spans

/**
 * Whether the targets are met: each figure with its target as a line, and its details one tap away.
 */
export default function FiguresPage() {
  const t = useTexts()
  const lang = useLang()
  const roles = useKnownSession().data?.roles ?? []
  const [last, setLast] = useState(() => estateDayAhead(0).slice(0, 7))
  const [span, setSpan] = useState<Span>('year')
  const [opened, setOpened] = useState<FigureView['figure']>()
  const period = monthsUpTo(last, spans[span])
  const figures = useLoad(() => cloud.desk.figures(period), [last, span])
  return (
    <Page title={t('figuresTitle')} id="page-figures" who={['butler', 'manager', 'committee']}>
      <Label text="">
        <Choice
          name="span"
          label={t('figuresTitle')}
          columns={3}
          value={span}
          options={(['month', 'quarter', 'year'] as const).map(value => ({ value, text: t(value) }))}
          onChange={setSpan}
        />
      </Label>
      <Label text={t('lastMonth')}>
        <Picker
          mode="date"
          fields="month"
          value={last}
          onChange={event => setLast(event.detail.value.slice(0, 7))}
        >
          <View className="picker" {...region('status', t('lastMonth'))}>
            <Text>{last}</Text>
          </View>
        </Picker>
      </Label>
      <States of={figures} cards={4}>
        {({ figures: all, countedAt, entered }) => (
          <>
            <Text className="quiet hint">
              {countedAt ? t('countedAt', { time: showTime(countedAt, lang) }) : t('notCounted')}
            </Text>
            {all.map(figure => (
              <Figure
                key={figure.figure}
                figure={figure}
                isOpen={opened === figure.figure}
                period={period}
                knowsNames={roles.some(role => role !== 'committee')}
                onTap={() => setOpened(opened === figure.figure ? undefined : figure.figure)}
              />
            ))}
            <Entered entered={entered} />
            {roles.includes('manager') ? <Exports period={period} /> : null}
          </>
        )}
      </States>
    </Page>
  )
}

const exported = ['figures', 'repairs', 'complaints', 'visitors', 'vehicles'] as const

function Exports({ period }: { period: Period }) {
  const t = useTexts()
  const exporting = useSend((requestId, what: (typeof exported)[number]) =>
    cloud.desk.export({ what, ...period }, { requestId }),
  )
  const take = async (what: (typeof exported)[number]) => {
    const made = await exporting.run(what)
    if (!made) return
    toast(t(made.cut ? 'exportedCut' : 'exported'))
    await openSpreadsheet(made.address)
  }
  return (
    <Section title={t('exportTitle')}>
      {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
      <View className="buttons">
        {exported.map(what => (
          <Button
            key={what}
            id={`export-${what}`}
            kind="plain"
            text={t(what)}
            busy={exporting.busy}
            onTap={() => take(what)}
          />
        ))}
      </View>
    </Section>
  )
}
