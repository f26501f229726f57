import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EventView, RosterLine } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useLoad, useSend } from '@/cloud/hooks'
import { useKnownSession } from '@/cloud/session'
import { useTexts } from '@/i18n/texts'
import { Button, Empty, FailureNote, Field, Page, Section, States } from '@/ui'
import { openSheet } from '@/ui/open-sheet'
import { toast } from '@/ui/platform'
import { deskPosts } from '../lib/desk'
import { Figures } from '../lib/figures'
import { texts, type EventText } from '../texts'
import { CheckInSheet } from './check-in-sheet'
import { mayCheckIn, Person, type Choose } from './person'
import '../event.css'

/** The whole list, so that a name is found in all of it; at most a thousand people fit into an event. */
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
  const x = useTexts(texts)
  const { id = '' } = useRouter().params
  const roster = useLoad(() => loadRoster(id), [id])
  const [chosen, setChosen] = useState<RosterLine>()
  const exporting = useSend(requestId => cloud.event.export({ id }, { requestId }))
  const save = async () => {
    const made = await exporting.run()
    if (!made) return
    toast(x('exported'))
    await openSheet(made.address)
  }
  const done = async () => {
    setChosen(undefined)
    await roster.reload()
  }
  return (
    <Page
      title={x('rosterTitle')}
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
              <Empty icon="user" title={x('nobody')} />
            ) : (
              <Everybody lines={lines} onChoose={event.actions.includes('checkIn') ? setChosen : undefined} />
            )}
            {exporting.failure ? <FailureNote failure={exporting.failure} /> : null}
            {lines.length > 0 ? (
              <Button id="export-roster" kind="plain" text={x('export')} busy={exporting.busy} onTap={save} />
            ) : null}
          </>
        )}
      </States>
    </Page>
  )
}

function Totals({ event: { desk, capacity, left, waiting } }: { event: EventView }) {
  const x = useTexts(texts)
  const { confirmed = 0, came = 0 } = desk ?? {}
  const held = Math.max(0, capacity - left - confirmed)
  return (
    <View className="card roster-totals">
      <Figures
        of={[
          { id: 'confirmed', n: confirmed, word: x('comingN') },
          { id: 'came', n: came, word: x('cameN') },
          ...(held > 0 ? [{ id: 'held', n: held, word: x('heldN') }] : []),
          { id: 'waiting', n: waiting, word: x('waitingN') },
        ]}
      />
    </View>
  )
}

/** So many names at a time: a phone shows no thousand rows at once. */
const shownAtOnce = 50
/** From so many on, a name is found by typing. */
const worthFinding = 10
const groups: [EventText, RosterLine['state']][] = [
  ['seated', 'confirmed'],
  ['holding', 'held'],
  ['inTheLine', 'waiting'],
]

function Everybody({ lines, onChoose }: { lines: RosterLine[]; onChoose: Choose }) {
  const x = useTexts(texts)
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const wanted = query.trim()
  const found = lines.filter(({ name, house }) => name.includes(wanted) || house.includes(wanted))
  const shown = found.slice(0, most)
  return (
    <>
      {lines.length > worthFinding ? (
        <Field id="find" label={x('find')} value={query} most={20} onChange={setQuery} />
      ) : null}
      {found.length === 0 ? <Empty icon="user" title={x('notFound')} /> : null}
      {groups.map(([title, state]) => {
        const those = shown.filter(line => line.state === state)
        return those.length === 0 ? null : (
          <Section key={state} title={x(title)}>
            {onChoose && those.some(mayCheckIn) ? (
              <Text className="quiet roster-hint">{x('tapName')}</Text>
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
          text={x('showMore', { n: Math.min(shownAtOnce, found.length - most) })}
          onTap={() => setMost(most + shownAtOnce)}
        />
      ) : null}
    </>
  )
}
