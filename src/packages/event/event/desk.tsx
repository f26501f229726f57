import { View } from '@tarojs/components'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { useTexts } from '@/i18n/texts'
import { Button, FailureNote, Row, Section } from '@/ui'
import { useAudienceWords } from '@/ui/audience'
import { go, toast } from '@/ui/platform'
import { Figures } from '../lib/figures'
import { texts } from '../texts'
import type { Sheeted } from './sheets'

type DeskPart = NonNullable<EventView['desk']>
const goTo =
  (page: string, event: EventView, name = 'id') =>
  () =>
    go(`packages/event/${page}/index?${name}=${event.id}`)

/** The figures of an event, and what the desk can do with it now. */
export function Desk({
  event,
  desk,
  onSheet,
}: {
  event: EventView
  desk: DeskPart
  onSheet: (sheet: Sheeted) => void
}) {
  const x = useTexts(texts)
  const inWords = useAudienceWords()
  const may = (action: EventView['actions'][number]): boolean => event.actions.includes(action)
  return (
    <Section title={x('desk')}>
      {may('roster') ? (
        <View className="card">
          <Figures
            of={[
              { id: 'confirmed', n: desk.confirmed, word: x('comingN') },
              { id: 'came', n: desk.came, word: x('cameN') },
              { id: 'waiting', n: event.waiting, word: x('waitingN') },
            ]}
          />
        </View>
      ) : null}
      <View className="card card-list">
        {may('push') ? (
          <Row
            id="push"
            icon="bell"
            title={x('push')}
            hint={x('pushFor', { audience: inWords(desk.audience) })}
            onTap={() => onSheet('push')}
          />
        ) : null}
        {may('checkIn') ? (
          <Row
            id="check-in"
            icon="camera"
            title={x('checkIn')}
            hint={x('checkInHint')}
            onTap={goTo('check', event)}
          />
        ) : null}
        {may('roster') ? (
          <Row
            id="roster"
            icon="list"
            title={x('roster')}
            hint={x('rosterHint')}
            onTap={goTo('roster', event)}
          />
        ) : null}
        {may('checkIn') || event.status === 'open' || event.status === 'closed' ? (
          <Row
            id="door-code"
            icon="pin"
            title={x('poster')}
            hint={x('posterHint')}
            onTap={goTo('poster', event)}
          />
        ) : null}
        {may('addPhotos') ? (
          <Row
            id="add-photos"
            icon="plus"
            title={x('addPhotos')}
            hint={x('addPhotosHint')}
            onTap={() => onSheet('addPhotos')}
          />
        ) : null}
        {may('update') ? <Row id="edit" icon="quote" title={x('edit')} onTap={goTo('edit', event)} /> : null}
        {may('again') ? (
          <Row
            id="again"
            icon="calendar"
            title={x('again')}
            hint={x('againHint')}
            onTap={goTo('edit', event, 'again')}
          />
        ) : null}
      </View>
      {may('cancel') ? (
        <Button
          id="cancel-event"
          kind="danger"
          text={x(event.status === 'draft' ? 'dropDraft' : 'cancelIt')}
          onTap={() => onSheet('cancel')}
        />
      ) : null}
    </Section>
  )
}

/** A draft becomes an event that residents see. */
export function Release({ event, onDone }: { event: EventView; onDone: (next: EventView) => void }) {
  const x = useTexts(texts)
  const release = useSend(requestId => cloud.event.release({ id: event.id }, { requestId }))
  const tap = async () => {
    const next = await release.run()
    if (!next) return
    toast(x('released'))
    onDone(next)
  }
  return (
    <>
      {release.failure ? (
        <View className="foot-failure">
          <FailureNote failure={release.failure} />
        </View>
      ) : null}
      <Button id="release" text={x('release')} busy={release.busy} onTap={tap} />
    </>
  )
}
