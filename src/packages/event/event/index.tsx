import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useLoad, type Loaded } from '@/cloud/hooks'
import { useKnownSession } from '@/state/session'
import { Badge, Button, Choice, Empty, Label, Section } from '@/ui'
import { Page, States } from '@/widgets'
import { Countdown } from '../lib/countdown'
import { Cover } from '../lib/cover'
import { statusLook } from '../lib/looks'
import { useTexts } from '../texts'
import { Afterwards, RateIt } from './afterwards'
import { Desk, Release } from './desk'
import { Facts } from './facts'
import { MyPlace } from './place'
import { EventSheet, type Sheeted } from './sheets'
import { ConfirmHold, SignUp } from './sign-up'
import '../event.css'
import '../ticket.css'

/** An event, for residents and for staff; `actions` lists what the user can do. */
export default function EventPage() {
  useKnownSession()
  const t = useTexts()
  const { id = '', notice } = useRouter().params
  const loaded = useLoad(() => cloud.event.get({ id }), [id])
  useReadNotice(notice)
  const [sheet, setSheet] = useState<Sheeted>()
  const [house, setHouse] = useState<string>()
  const event = loaded.data
  const done = (next: EventView) => {
    setSheet(undefined)
    show(loaded, next)
  }
  if (!event && (loaded.failure?.code === 'FORBIDDEN' || loaded.failure?.code === 'INVALID_INPUT'))
    return <Gone />
  return (
    <Page
      title={t('eventTitle')}
      id="page-event"
      foot={event ? footOf(event, house, done) : undefined}
      over={
        event && sheet ? (
          <EventSheet sheet={sheet} event={event} onDone={done} onClose={() => setSheet(undefined)} />
        ) : null
      }
    >
      <States of={loaded} cards={3}>
        {shown => <Whole event={shown} house={house} onHouse={setHouse} onDone={done} onSheet={setSheet} />}
      </States>
    </Page>
  )
}

/** Opening the page from a message marks the message as read. */
function useReadNotice(notice: string | undefined): void {
  useEffect(() => {
    if (notice) cloud.notice.read({ id: notice }).catch(() => undefined)
  }, [notice])
}

/** Shows the reply to a write at once; pictures and the user's own code come with the next load. */
function show(loaded: Loaded<EventView>, next: EventView): void {
  const before = loaded.data
  loaded.put({
    ...next,
    pictures: { ...before?.pictures, ...next.pictures },
    cover: next.cover?.fileID === before?.cover?.fileID ? (before?.cover ?? null) : next.cover,
  })
  void loaded.reload()
  void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0 })).catch(() => undefined)
}

function footOf(event: EventView, house: string | undefined, onDone: (next: EventView) => void) {
  if (event.actions.includes('confirmHold')) return <ConfirmHold event={event} onDone={onDone} />
  if (event.actions.includes('signUp')) return <SignUp event={event} houseId={house} onDone={onDone} />
  return event.actions.includes('release') ? <Release event={event} onDone={onDone} /> : undefined
}

interface WholeProps {
  event: EventView
  house: string | undefined
  onHouse: (id: string) => void
  onDone: (next: EventView) => void
  onSheet: (sheet: Sheeted) => void
}

function Whole({ event, house, onHouse, onDone, onSheet }: WholeProps) {
  const t = useTexts()
  const { status, mine, actions } = event
  const signsUp = actions.includes('signUp')
  return (
    <>
      <Cover event={event} />
      <Head event={event} />
      {actions.includes('rate') ? <RateIt event={event} onDone={onDone} /> : null}
      {mine && status !== 'cancelled' ? (
        <MyPlace event={event} mine={mine} onWithdraw={() => onSheet('withdraw')} />
      ) : null}
      <Facts event={event} />
      {status === 'open' && mine?.state !== 'confirmed' ? (
        <View className="event-clock">
          <Countdown id="sign-up-clock" name={t('signUpUntil')} until={event.signUpUntil} />
        </View>
      ) : null}
      {signsUp ? <ChooseHouse house={house} onHouse={onHouse} /> : null}
      {event.desk ? <Desk event={event} desk={event.desk} onSheet={onSheet} /> : null}
      <Section title={t('about')}>
        <View className="card">
          <Text className="event-text" userSelect>
            {event.body}
          </Text>
        </View>
      </Section>
      <Afterwards event={event} />
    </>
  )
}

function Head({ event }: { event: EventView }) {
  const t = useTexts()
  const { words, tone, icon } = statusLook(event.status)
  return (
    <View className="event-head">
      <Text className="event-title">{event.title}</Text>
      <View className="badges">
        <Badge text={t(words)} tone={tone} icon={icon} />
      </View>
      {event.status === 'cancelled' && event.reason !== null ? (
        <Text className="card-text">{t('cancelledWhy', { reason: event.reason })}</Text>
      ) : null}
    </View>
  )
}

/** Shown only to residents with several houses; the first one is the default. */
function ChooseHouse({ house, onHouse }: Pick<WholeProps, 'house' | 'onHouse'>) {
  const t = useTexts()
  const houses = useKnownSession().data?.houses ?? []
  if (houses.length < 2) return null
  return (
    <Label text={t('whichHouse')}>
      <Choice
        name="house"
        label={t('whichHouse')}
        value={house ?? houses[0]?.id}
        options={houses.map(({ id, code }) => ({ value: id, text: t('houseNo', { code }) }))}
        onChange={onHouse}
      />
    </Label>
  )
}

function Gone() {
  const t = useTexts()
  return (
    <Page title={t('eventTitle')} id="page-event">
      <Empty
        icon="calendar"
        title={t('gone')}
        hint={t('goneHint')}
        action={
          <Button
            id="all-events"
            kind="plain"
            text={t('allEvents')}
            onTap={() => {
              void Taro.redirectTo({ url: '/packages/event/list/index' })
            }}
          />
        }
      />
    </Page>
  )
}
