import { useState } from 'react'
import { cloud } from '@/cloud/client'
import { usePages } from '@/cloud/use-pages'
import { useKnownSession } from '@/state/session'
import { Button, Choice, Empty, Label, Skeleton } from '@/ui'
import { More, Page, States } from '@/widgets'
import { go } from '@/device/navigate'
import { EventItem } from '../lib/event-card'
import { runsEvents } from '../lib/desk'
import { useTexts, type EventText } from '../texts'
import '../event.css'
import '../ticket.css'

type When = 'upcoming' | 'mine' | 'past'
const nothing: Record<When, EventText> = { upcoming: 'upcomingEmpty', mine: 'mineEmpty', past: 'pastEmpty' }

/** Upcoming events, those the reader has signed up for, and past ones; for the desk drafts too. */
export default function EventsPage() {
  const t = useTexts()
  const known = useKnownSession().data
  const publish = runsEvents(known) ? (
    <Button
      id="publish-event"
      icon="plus"
      text={t('publish')}
      onTap={() => go('packages/event/edit/index')}
    />
  ) : undefined
  return (
    <Page title={t('listTitle')} id="page-events" foot={publish}>
      {known ? <Events lives={known.houses.length > 0} /> : <Skeleton cards={3} />}
    </Page>
  )
}

function Events({ lives }: { lives: boolean }) {
  const t = useTexts()
  const [when, setWhen] = useState<When>('upcoming')
  const events = usePages(cursor => cloud.event.list({ when, ...(cursor ? { cursor } : {}) }), [when])
  const tabs: When[] = lives ? ['upcoming', 'mine', 'past'] : ['upcoming', 'past']
  return (
    <>
      <Label text="">
        <Choice
          name="when"
          label={t('listTitle')}
          value={when}
          options={tabs.map(value => ({ value, text: t(value) }))}
          onChange={setWhen}
        />
      </Label>
      <States of={events} cards={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="calendar" title={t(nothing[when])} hint={t('emptyHint')} />
          ) : (
            <>
              {items.map(event => (
                <EventItem key={event.id} event={event} />
              ))}
              <More of={events} />
            </>
          )
        }
      </States>
    </>
  )
}
