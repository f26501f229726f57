import { View } from '@tarojs/components'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Button, Row, Section } from '@/ui'
import { FailureNote } from '@/widgets'
import { useAudienceWords } from '@/widgets/audience'
import { go } from '@/device/navigate'
import { toast } from '@/device/platform'
import { Figures } from '../lib/figures'
import { useTexts } from '../texts'
import type { Sheeted } from './sheets'

type DeskPart = NonNullable<EventView['desk']>
const goTo =
  (page: string, event: EventView, name = 'id') =>
  () =>
    go(`packages/event/${page}/index?${name}=${event.id}`)

/** The figures of an event, and the actions of staff on it. */
export function Desk({
  event,
  desk,
  onSheet,
}: {
  event: EventView
  desk: DeskPart
  onSheet: (sheet: Sheeted) => void
}) {
  const t = useTexts()
  const inWords = useAudienceWords()
  const may = (action: EventView['actions'][number]): boolean => event.actions.includes(action)
  return (
    <Section title={t('desk')}>
      {may('roster') ? (
        <View className="card">
          <Figures
            of={[
              { id: 'confirmed', n: desk.confirmed, word: t('comingN') },
              { id: 'came', n: desk.came, word: t('cameN') },
              { id: 'waiting', n: event.waiting, word: t('waitingN') },
            ]}
          />
        </View>
      ) : null}
      <View className="card card-list">
        {may('push') ? (
          <Row
            id="push"
            icon="bell"
            title={t('push')}
            hint={t('pushFor', { audience: inWords(desk.audience) })}
            onTap={() => onSheet('push')}
          />
        ) : null}
        {may('checkIn') ? (
          <Row
            id="check-in"
            icon="camera"
            title={t('checkIn')}
            hint={t('checkInHint')}
            onTap={goTo('check', event)}
          />
        ) : null}
        {may('roster') ? (
          <Row
            id="roster"
            icon="list"
            title={t('roster')}
            hint={t('rosterHint')}
            onTap={goTo('roster', event)}
          />
        ) : null}
        {may('checkIn') || event.status === 'open' || event.status === 'closed' ? (
          <Row
            id="door-code"
            icon="pin"
            title={t('poster')}
            hint={t('posterHint')}
            onTap={goTo('poster', event)}
          />
        ) : null}
        {may('addPhotos') ? (
          <Row
            id="add-photos"
            icon="plus"
            title={t('addPhotos')}
            hint={t('addPhotosHint')}
            onTap={() => onSheet('addPhotos')}
          />
        ) : null}
        {may('update') ? <Row id="edit" icon="quote" title={t('edit')} onTap={goTo('edit', event)} /> : null}
        {may('again') ? (
          <Row
            id="again"
            icon="calendar"
            title={t('again')}
            hint={t('againHint')}
            onTap={goTo('edit', event, 'again')}
          />
        ) : null}
      </View>
      {may('cancel') ? (
        <Button
          id="cancel-event"
          kind="danger"
          text={t(event.status === 'draft' ? 'dropDraft' : 'cancelIt')}
          onTap={() => onSheet('cancel')}
        />
      ) : null}
    </Section>
  )
}

/** A draft becomes an event that residents see. */
export function Release({ event, onDone }: { event: EventView; onDone: (next: EventView) => void }) {
  const t = useTexts()
  const release = useSend(requestId => cloud.event.release({ id: event.id }, { requestId }))
  const tap = async () => {
    const next = await release.run()
    if (!next) return
    toast(t('released'))
    onDone(next)
  }
  return (
    <>
      {release.failure ? (
        <View className="foot-failure">
          <FailureNote failure={release.failure} />
        </View>
      ) : null}
      <Button id="release" text={t('release')} busy={release.busy} onTap={tap} />
    </>
  )
}
