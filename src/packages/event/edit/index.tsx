import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useLoad } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Page, States } from '@/widgets'
import { Skeleton } from '@/ui'
import { goBack } from '@/device/navigate'
import { toast } from '@/device/platform'
import { deskPosts } from '../lib/desk'
import { useTexts } from '../texts'
import { EventForm } from './form'
import { asLast, blank, changesOf, fromEvent, toInput } from './plan'
import '../event.css'
import '../ticket.css'

/** A new event, a change of an event, or a repetition of one. */
export default function EditPage() {
  const t = useTexts()
  const known = useKnownSession().data
  const { id = '', again = '' } = useRouter().params
  const from = id || again
  const loaded = useLoad(async () => (from ? { event: await cloud.event.get({ id: from }) } : {}), [from])
  const title = t(id ? 'editTitle' : 'newTitle')
  if (!known || !loaded.data)
    return (
      <Page title={title} id="page-event-edit" who={deskPosts}>
        {known ? (
          <States of={loaded} cards={4}>
            {() => null}
          </States>
        ) : (
          <Skeleton cards={4} />
        )}
      </Page>
    )
  const { event } = loaded.data
  return event && id ? <Change title={title} event={event} /> : <Publish title={title} event={event} />
}

function Publish({ title, event }: { title: string; event: EventView | undefined }) {
  const t = useTexts()
  const key = event ? `event.again.${event.id}` : 'event'
  return (
    <EventForm
      title={title}
      name={key}
      first={event ? asLast(event, Date.now()) : blank(Date.now())}
      fresh
      send={(draft, requestId, asDraft) =>
        cloud.event.publish({ ...toInput(draft), ...(asDraft ? { draft: true } : {}) }, { requestId })
      }
      onSent={made => {
        toast(t(made.status === 'draft' ? 'draftSaved' : 'published'))
        void Taro.redirectTo({ url: `/packages/event/event/index?id=${made.id}` })
      }}
    />
  )
}

function Change({ title, event: now }: { title: string; event: EventView }) {
  const t = useTexts()
  // The event as the form first showed it. A comparison with a newer one would undo what a colleague has
  // changed meanwhile.
  const [event] = useState(now)
  return (
    <EventForm
      title={title}
      name={`event.${event.id}`}
      first={fromEvent(event)}
      fresh={false}
      send={(draft, requestId) => {
        const changes = changesOf(event, draft)
        return Object.keys(changes).length === 0
          ? Promise.resolve(event)
          : cloud.event.update({ id: event.id, ...changes }, { requestId })
      }}
      onSent={() => {
        toast(t('saved'))
        goBack()
      }}
    />
  )
}
