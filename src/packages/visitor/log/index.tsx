import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { EntryView } from '@domain/visitor/contract'
import { reasonWords } from '@domain/visitor/wording'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { usePages } from '@/cloud/pages'
import { useKnownSession } from '@/cloud/session'
import { useLang } from '@/i18n/lang'
import { useTexts, useWords } from '@/i18n/texts'
import { Badge, Button, Card, Choice, Empty, FailureNote, Icon, Label, More, Page, States } from '@/ui'
import { toast } from '@/ui/platform'
import { openSheet } from '@/ui/open-sheet'
import { estateDayAhead, estateInstant, showTime } from '@/ui/when'
import { chosenGate } from '../lib/gate-store'
import { peopleWords } from '../lib/words'
import { texts } from '../texts'
import '../visitor.css'

type Shown = 'inside' | 'log' | 'conflicts'
type Days = 'day0' | 'day1' | 'day7'

/** Whole days at the estate; the last one ends tonight. */
function periodOf(days: Days): { from: string; to: string } {
  const from = days === 'day0' ? 0 : days === 'day1' ? -1 : -6
  return {
    from: estateInstant(estateDayAhead(from), '00:00'),
    to: estateInstant(estateDayAhead(days === 'day1' ? 0 : 1), '00:00'),
  }
}

/** Who is inside, who came and went, and what clashed. */
export default function LogPage() {
  const x = useTexts(texts)
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
    <Page title={x('logTitle')} id="page-log" who={['guard', 'butler']}>
      <Label text="">
        <Choice
          name="shown"
          label={x('logTitle')}
          value={shown}
          options={tabs.map(value => ({ value, text: x(value) }))}
          onChange={setShown}
        />
      </Label>
      {shown === 'log' ? (
        <Label text="">
          <Choice
            name="days"
            label={x('log')}
            value={days}
            options={(['day0', 'day1', 'day7'] as const).map(value => ({ value, text: x(value) }))}
            onChange={setDays}
          />
        </Label>
      ) : null}
      {shown === 'log' && gates.length > 1 ? (
        <Label text="">
          <Choice
            name="at"
            label={x('allGates')}
            value={gate}
            options={[{ value: '', text: x('allGates') }, ...gates.map(value => ({ value, text: value }))]}
            onChange={setGate}
          />
        </Label>
      ) : null}
      {shown === 'conflicts' ? <Text className="quiet hint">{x('conflictsHint')}</Text> : null}
      <States of={entries} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check" title={x(shown === 'inside' ? 'insideEmpty' : 'logEmpty')} />
          ) : (
            <>
              {items.map(entry => (
                <Entry
                  key={entry.id}
                  entry={entry}
                  leave={shown === 'inside' && roles.includes('guard')}
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
            text={x('export')}
            busy={exporting.busy}
            onTap={async () => {
              const made = await exporting.run()
              if (made) {
                toast(x('exported'))
                await openSheet(made.address)
              }
            }}
          />
        </>
      ) : null}
    </Page>
  )
}

/** The gates that have been seen on this page: they stay to be chosen when one of them is. */
function useGates(items: readonly EntryView[] | undefined): string[] {
  const [gates, setGates] = useState<string[]>([])
  useEffect(() => {
    const seen = items?.map(({ gate }) => gate) ?? []
    if (seen.some(gate => !gates.includes(gate))) setGates([...new Set([...gates, ...seen])].sort())
  }, [items])
  return gates
}

function Entry({ entry, leave, onLeft }: { entry: EntryView; leave: boolean; onLeft: () => Promise<void> }) {
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const out = useSend(requestId =>
    cloud.visitor.leave({ entryId: entry.id, gate: chosenGate() || entry.gate }, { requestId }),
  )
  const why = entry.reason ? say(reasonWords[entry.reason]) : ''
  return (
    <Card id={`entry-${entry.id}`}>
      <View className="card-top">
        <View className="card-what">
          <Icon name={entry.admitted ? 'user' : 'close'} />
          <Text>{entry.name || entry.plate || x('noPass')}</Text>
        </View>
        {entry.overstayed && !entry.leftAt ? (
          <Badge text={x('overstayed')} tone="bad" icon="alert" />
        ) : entry.reason ? (
          <Badge text={why} tone={entry.admitted ? 'warn' : 'bad'} icon="alert" />
        ) : (
          <Badge text={x('admitted')} tone="good" icon="check" />
        )}
      </View>
      <Text className="card-meta">
        {[showTime(entry.at, lang), entry.gate, entry.offline ? x('byOffline') : '']
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text className="card-meta">
        {[entry.house && x('houseOf', { code: entry.house }), peopleWords(entry.party, lang), entry.plate]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {entry.leftAt ? (
        <Text className="card-meta">{x('leftAt', { time: showTime(entry.leftAt, lang) })}</Text>
      ) : null}
      {out.failure ? <FailureNote failure={out.failure} /> : null}
      {leave ? (
        <View className="card-foot">
          <Button
            id={`leave-${entry.id}`}
            kind="plain"
            small
            text={x('leave')}
            busy={out.busy}
            onTap={async () => {
              if (await out.run()) {
                toast(x('left'))
                await onLeft()
              }
            }}
          />
        </View>
      ) : null}
    </Card>
  )
}
