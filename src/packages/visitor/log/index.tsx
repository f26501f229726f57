import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { EntryView } from '@domain/visitor/contract'
import { passIdOf } from '@domain/visitor/pass'
import { reasonWords } from '@domain/visitor/wording'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { useLang } from '@/i18n/lang'
import { Badge, Button, Card, Choice, Empty, Icon, Label } from '@/ui'
import { FailureNote, More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { openSpreadsheet } from '@/device/open-spreadsheet'
import { estateDayAhead, estateInstant, showTime } from '@/i18n/when'
import { chosenGate } from '../lib/gate-store'
import { peopleWords } from '../lib/words'
import { useTexts } from '../texts'
import '../visitor.css'

type Shown = 'inside' | 'log' | 'conflicts'
type Days = 'day0' | 'day1' | 'day7'

const firstDay: Record<Days, number> = { day0: 0, day1: -1, day7: -6 }

/** Whole days at the estate; yesterday's log ends with yesterday, the others at the end of today. */
function periodOf(days: Days): { from: string; to: string } {
  return {
    from: estateInstant(estateDayAhead(firstDay[days]), '00:00'),
    to: estateInstant(estateDayAhead(days === 'day1' ? 0 : 1), '00:00'),
  }
}

/** Visitors inside, the log of entries and exits, and offline conflicts. */
export default function LogPage() {
  const t = useTexts()
  const roles = useKnownSession().data?.roles ?? []
  const butler = roles.includes('butler')
  const [shown, setShown] = useState<Shown>('inside')
  const [days, setDays] = useState<Days>('day0')
  const [gate, setGate] = useState('')
  const atGate = gate ? { gate } : {}
  const entries = usePages<EntryView>(
    cursor => {
      const at = cursor ? { cursor } : {}
      if (shown === 'inside') return cloud.visitor.inside(at)
      return shown === 'log'
        ? cloud.visitor.log({ ...periodOf(days), ...atGate, ...at })
        : cloud.visitor.conflicts(at)
    },
    [shown, days, gate],
  )
  const exporting = useSend(requestId =>
    cloud.visitor.exportLog({ ...periodOf(days), ...atGate }, { requestId }),
  )
  const gates = useGates(entries.data?.items)
  const tabs: Shown[] = butler ? ['inside', 'log', 'conflicts'] : ['inside', 'log']
  return (
    <Page title={t('logTitle')} id="page-log" who={['guard', 'butler']}>
      <Label text="">
        <Choice
          name="shown"
          label={t('logTitle')}
          value={shown}
          options={tabs.map(value => ({ value, text: t(value) }))}
          onChange={setShown}
        />
      </Label>
      {shown === 'log' ? (
        <Label text="">
          <Choice
            name="days"
            label={t('log')}
            value={days}
            options={(['day0', 'day1', 'day7'] as const).map(value => ({ value, text: t(value) }))}
            onChange={setDays}
          />
        </Label>
      ) : null}
      {shown === 'log' && gates.length > 1 ? (
        <Label text="">
          <Choice
            name="at"
            label={t('allGates')}
            value={gate}
            options={[{ value: '', text: t('allGates') }, ...gates.map(value => ({ value, text: value }))]}
            onChange={setGate}
          />
        </Label>
      ) : null}
      {shown === 'conflicts' ? <Text className="quiet hint">{t('conflictsHint')}</Text> : null}
      <States of={entries} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={t(shown === 'inside' ? 'insideEmpty' : 'logEmpty')} />
          ) : (
            <>
              {items.map(entry => (
                <Entry
                  key={entry.id}
                  entry={entry}
                  leave={shown === 'inside' && roles.includes('guard')}
                  opens={butler}
                  onLeft={entries.reload}
                />
              ))}
              <More of={entries} />
            </>
          )
        }
      </States>
      {shown === 'log' && butler ? (
        <>
          {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
          <Button
            id="export-log"
            kind="plain"
            text={t('export')}
            busy={exporting.busy}
            onTap={async () => {
              const made = await exporting.run()
              if (made) {
                toast(t('exported'))
                await openSpreadsheet(made.address)
              }
            }}
          />
        </>
      ) : null}
    </Page>
  )
}

/**
 * The gates of all entries seen so far: they can still be chosen after the list was narrowed to one of them.
 */
function useGates(items: readonly EntryView[] | undefined): string[] {
  const [gates, setGates] = useState<string[]>([])
  useEffect(() => {
    const seen = items?.map(({ gate }) => gate) ?? []
    setGates(was => (seen.every(gate => was.includes(gate)) ? was : [...new Set([...was, ...seen])].sort()))
  }, [items])
  return gates
}

function EntryBadge({ entry: { overstayed, leftAt, reason, admitted } }: { entry: EntryView }) {
  const t = useTexts()
  if (overstayed && !leftAt) return <Badge text={t('overstayed')} tone="bad" icon="alert" />
  if (reason) return <Badge text={t(reasonWords[reason])} tone={admitted ? 'warn' : 'bad'} icon="alert" />
  return <Badge text={t('admitted')} tone="good" icon="check" />
}

interface EntryProps {
  entry: EntryView
  /** The guard can record that the guest leaves. */
  leave: boolean
  /** The butler can open the pass, and revoke it there. */
  opens: boolean
  onLeft: () => Promise<void>
}

function Entry({ entry, leave, opens, onLeft }: EntryProps) {
  const t = useTexts()
  const lang = useLang()
  const out = useSend(requestId =>
    cloud.visitor.leave({ entryId: entry.id, gate: chosenGate() || entry.gate }, { requestId }),
  )
  return (
    <Card id={`entry-${entry.id}`}>
      <View className="card-top">
        <View className="card-what">
          <Icon name={entry.admitted ? 'user' : 'close'} />
          <Text>{entry.name || entry.plate || t('noPass')}</Text>
        </View>
        <EntryBadge entry={entry} />
      </View>
      <Text className="card-meta">
        {[showTime(entry.at, lang), entry.gate, entry.offline ? t('byOffline') : '']
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text className="card-meta">
        {[entry.house && t('houseOf', { code: entry.house }), peopleWords(entry.party, lang), entry.plate]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {entry.leftAt ? (
        <Text className="card-meta">{t('leftAt', { time: showTime(entry.leftAt, lang) })}</Text>
      ) : null}
      {out.failure ? <FailureNote failure={out.failure} /> : null}
      {opens && entry.admitted && entry.house ? (
        <View className="card-foot">
          <Button
            id={`pass-of-${entry.id}`}
            kind="quiet"
            small
            text={t('passTitle')}
            onTap={() => go(`packages/visitor/pass/index?id=${passIdOf(entry.id)}`)}
          />
        </View>
      ) : null}
      {leave ? (
        <View className="card-foot">
          <Button
            id={`leave-${entry.id}`}
            kind="plain"
            small
            text={t('leave')}
            busy={out.busy}
            onTap={async () => {
              if (await out.run()) {
                toast(t('left'))
                await onLeft()
              }
            }}
          />
        </View>
      ) : null}
    </Card>
  )
}
