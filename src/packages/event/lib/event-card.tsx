import type { Lang } from '@domain/kernel/words'
import { Text, View } from '@tarojs/components'
import type { EventCard } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon, type IconName } from '@/ui'
import { go } from '@/device/navigate'
import { useTexts, type EventText } from '../texts'
import { Cover } from './cover'
import { lookOf, peopleWords, seatsWords } from './looks'
import { showStretch } from './when'

export const openEvent = (id: string): void => go(`packages/event/event/index?id=${id}`)

const isOver = (status: EventCard['status']): boolean => status === 'done' || status === 'cancelled'

/** The action that an event waits for from the user; null: none. */
function askOf({ actions }: EventCard): EventText | null {
  if (actions.includes('confirmHold')) return 'askHold'
  return actions.includes('rate') ? 'rateTitle' : null
}

/** The user's seats or place on the waiting list, until the event is over. */
function ownWords({ mine, status }: EventCard, lang: Lang): string {
  if (!mine || isOver(status)) return ''
  if (mine.position === null) return peopleWords(mine.party, lang)
  return useTexts.in(lang)('position', { n: mine.position })
}

/** An event in a list: time, place, seats, and the user's sign-up. */
export function EventItem({ event }: { event: EventCard }) {
  const t = useTexts()
  const lang = useLang()
  const { words, tone, icon } = lookOf(event)
  const ask = askOf(event)
  const asks = ask ? t(ask) : ''
  const when = showStretch(event, lang)
  const seats = [ownWords(event, lang), seatsWords(event, lang)].filter(Boolean).join(' · ')
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
      {seats ? (
        <Text className={`event-seats${isOver(event.status) ? ' event-seats-over' : ''}`}>{seats}</Text>
      ) : null}
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
