import { Text, View } from '@tarojs/components'
import type { EventCard } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon, type IconName } from '@/ui'
import { go } from '@/device/navigate'
import { useTexts } from '../texts'
import { Cover } from './cover'
import { lookOf, peopleWords, seatsWords } from './looks'
import { showStretch } from './when'

export const openEvent = (id: string): void => go(`packages/event/event/index?id=${id}`)

/** An event in a list: when, where, seats, and how the reader stands with it. */
export function EventItem({ event }: { event: EventCard }) {
  const t = useTexts()
  const lang = useLang()
  const { words, tone, icon } = lookOf(event)
  const asks = event.actions.includes('confirmHold')
    ? t('askHold')
    : event.actions.includes('rate')
      ? t('rateTitle')
      : ''
  const when = showStretch(event, lang)
  const over = event.status === 'done' || event.status === 'cancelled'
  const own =
    event.mine && !over
      ? event.mine.position === null
        ? peopleWords(event.mine.party, lang)
        : t('position', { n: event.mine.position })
      : ''
  const seats = [own, seatsWords(event, lang)].filter(Boolean).join(' · ')
  return (
    <Card
      id={`event-${event.id}`}
      tone={asks ? 'waiting' : 'plain'}
      label={[asks, event.title, t(words), when, event.place, seats].filter(Boolean).join(', ')}
      onTap={() => openEvent(event.id)}
    >
      <Cover event={event} leaf />
      {asks ? (
        <View className="ask">
          <Text>{asks}</Text>
        </View>
      ) : null}
      <View className="card-top">
        <Text className="event-name">{event.title}</Text>
        <Badge text={t(words)} tone={tone} icon={icon} />
      </View>
      <Fact icon="clock" text={when} />
      <Fact icon="pin" text={event.place} />
      {seats ? <Text className={`event-seats${over ? ' event-seats-over' : ''}`}>{seats}</Text> : null}
    </Card>
  )
}

function Fact({ icon, text }: { icon: IconName; text: string }) {
  return (
    <View className="event-fact">
      <Icon name={icon} />
      <Text>{text}</Text>
    </View>
  )
}
