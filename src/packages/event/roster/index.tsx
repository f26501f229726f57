import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EventView, RosterLine } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Button, Empty, Field, Section } from '@/ui'
import { FailureNote, Page, States } from '@/widgets'
import { openSpreadsheet } from '@/device/open-spreadsheet'
import { toast } from '@/device/platform'
import { deskPosts } from '../lib/desk'
import { Figures } from '../lib/figures'
import { useTexts, type EventText } from '../texts'
import { CheckInSheet } from './check-in-sheet'
import { mayCheckIn, Person, type Choose } from './person'
import '../event.css'
import '../ticket.css'

/** The whole list, so that the search covers all names; an event has at most 1,000 people. */
async function loadLines(id: string): Promise<RosterLine[]> {
  const lines: RosterLine[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await cloud.event.roster({ id, limit: 50, ...(cursor ? { cursor } : {}) })
    lines.push(...page.items)
    cursor = page.next
  }
  return lines
}

async function loadRoster(id: string): Promise<{ event: EventView; lines: RosterLine[] }> {
  const [event, lines] = await Promise.all([cloud.event.get({ id }), loadLines(id)])
  return { event, lines }
}

export default function RosterPage() {
  useKnownSession()
  const t = useTexts()
  const { id = '' } = useRouter().params
  const roster = useLoad(() => loadRoster(id), [id])
  const [chosen, setChosen] = useState<RosterLine>()
  const exporting = useSend(requestId => cloud.event.export({ id }, { requestId }))
  const save = async () => {
    const made = await exporting.run()
    if (!made) return
    toast(t('exported'))
    await openSpreadsheet(made.address)
  }
  const done = async () => {
    setChosen(undefined)
    await roster.reload()
  }
  return (
    <Page
      title={t('rosterTitle')}
      id="page-roster"
      who={deskPosts}
      over={
        chosen ? (
          <CheckInSheet eventId={id} line={chosen} onDone={done} onClose={() => setChosen(undefined)} />
        ) : null
      }
    >
      <States of={roster} cards={3}>
        {({ event, lines }) => (
          <>
            <Text className="event-title">{event.title}</Text>
            <Totals event={event} />
            {lines.length === 0 ? (
              <Empty icon="user" title={t('nobody')} />
            ) : (
              <People lines={lines} onChoose={event.actions.includes('checkIn') ? setChosen : undefined} />
            )}
            {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
            {lines.length > 0 ? (
              <Button id="export-roster" kind="plain" text={t('export')} busy={exporting.busy} onTap={save} />
            ) : null}
          </>
        )}
      </States>
    </Page>
  )
}

function Totals({ event: { desk, capacity, left, waiting } }: { event: EventView }) {
  const t = useTexts()
  const { confirmed = 0, came = 0 } = desk ?? {}
  const held = Math.max(0, capacity - left - confirmed)
  return (
    <View className="card roster-totals">
      <Figures
        of={[
          { id: 'confirmed', n: confirmed, word: t('comingN') },
          { id: 'came', n: came, word: t('cameN') },
          ...(held > 0 ? [{ id: 'held', n: held, word: t('heldN') }] : []),
          { id: 'waiting', n: waiting, word: t('waitingN') },
        ]}
      />
    </View>
  )
}

/** Names added at a time: 1,000 rows at once are too many for a phone. */
const shownAtOnce = 50
/** With at least this many names there is a search field. */
const worthFinding = 10
const groups: [EventText, RosterLine['state']][] = [
  ['seated', 'confirmed'],
  ['holding', 'held'],
  ['inTheLine', 'waiting'],
]

function People({ lines, onChoose }: { lines: RosterLine[]; onChoose: Choose }) {
  const t = useTexts()
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const wanted = query.trim()
  const found = lines.filter(({ name, house }) => name.includes(wanted) || house.includes(wanted))
  const shown = found.slice(0, most)
  return (
    <>
      {lines.length > worthFinding ? (
        <Field id="find" label={t('find')} value={query} most={20} onChange={setQuery} />
      ) : null}
      {found.length === 0 ? <Empty icon="user" title={t('notFound')} /> : null}
      {groups.map(([title, state]) => {
        const those = shown.filter(line => line.state === state)
        return those.length === 0 ? null : (
          <Section key={state} title={t(title)}>
            {onChoose && those.some(mayCheckIn) ? (
              <Text className="quiet roster-hint">{t('tapName')}</Text>
            ) : null}
            <View className="card card-list">
              {those.map(line => (
                <Person key={line.no} line={line} onChoose={onChoose} />
              ))}
            </View>
          </Section>
        )
      })}
      {found.length > most ? (
        <Button
          id="more"
          kind="plain"
          text={t('showMore', { n: Math.min(shownAtOnce, found.length - most) })}
          onTap={() => setMost(most + shownAtOnce)}
        />
      ) : null}
    </>
  )
}
