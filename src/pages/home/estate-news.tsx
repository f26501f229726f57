import { Text, View } from '@tarojs/components'
import type { Session } from '@domain/account/contract'
import type { EventCard } from '@domain/event/contract'
import { placeWords } from '@domain/event/wording'
import type { Message } from '@domain/notice/contract'
import type { SurveyView } from '@domain/survey/contract'
import { cloud } from '@/cloud/client'
import { useLang } from '@/i18n/lang'
import { useTexts } from '@/i18n/texts'
import { Button, Card, Icon, Row, Section } from '@/ui'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'

export interface EstateNews {
  pinned: Message[]
  votes: SurveyView[]
  events: EventCard[]
}

/** Kept short, so that the sections below stay within reach. */
const shown = 3

/** Loads what a resident's first page shows of the estate: pinned notices, open votes, coming events. */
export async function loadEstateNews({ houses }: Session): Promise<EstateNews> {
  if (houses.length === 0) return { pinned: [], votes: [], events: [] }
  const [inbox, surveys, events] = await Promise.all([
    cloud.notice.inbox({ limit: shown }),
    cloud.survey.list({ when: 'open', limit: 10 }),
    cloud.event.list({ when: 'upcoming', limit: shown }),
  ])
  return {
    pinned: inbox.items.filter(({ pinned }) => pinned),
    votes: surveys.items.filter(({ actions }) => actions.includes('answer')),
    events: events.items.filter(({ status }) => status !== 'cancelled'),
  }
}

/** A vote chooses one of several options; a survey only collects ratings and opinions. */
const isVote = ({ questions }: SurveyView): boolean => questions.some(({ kind }) => kind === 'single')

const openEvent = ({ id }: EventCard): void => go(`packages/event/event/index?id=${id}`)

/** What the resident should act on (a vote, a held seat), and the notices that are pinned. */
export function EstateAsks({ pinned, votes, events }: EstateNews) {
  const t = useTexts()
  const lang = useLang()
  const held = events.filter(({ mine }) => mine?.state === 'held')
  return (
    <>
      {pinned.map(({ id, title, body, link }) => (
        <Card
          key={id}
          id={`pinned-${id}`}
          tone="soft"
          label={`${title}, ${body}`}
          onTap={() => {
            if (link) go(link)
          }}
        >
          <View className="card-what">
            <Icon name="megaphone" />
            <Text>{title}</Text>
          </View>
          <Text className="card-text card-cut">{body}</Text>
        </Card>
      ))}
      {held.map(event => (
        <Card
          key={event.id}
          id={`held-${event.id}`}
          tone="waiting"
          label={`${t('seatHeld')}, ${event.title}`}
          onTap={() => openEvent(event)}
        >
          <View className="ask">
            <Icon name="clock" />
            <Text>{t('seatHeld')}</Text>
          </View>
          <Text className="card-title">{event.title}</Text>
          <Text className="card-meta">
            {t('confirmBy', { time: showTime(event.mine?.heldUntil ?? event.signUpUntil, lang) })}
          </Text>
        </Card>
      ))}
      {votes.map(survey => (
        <SurveyAsk key={survey.id} survey={survey} />
      ))}
    </>
  )
}

function SurveyAsk({ survey }: { survey: SurveyView }) {
  const t = useTexts()
  const lang = useLang()
  const { id, title, endsAt } = survey
  const ask = t(isVote(survey) ? 'pleaseVote' : 'pleaseAnswer')
  return (
    <Card
      id={`vote-${id}`}
      tone="waiting"
      label={`${ask}, ${title}`}
      onTap={() => go(`packages/survey/survey/index?id=${id}`)}
    >
      <View className="ask">
        <Icon name="ballot" />
        <Text>{ask}</Text>
      </View>
      <Text className="card-title">{title}</Text>
      <Text className="card-meta">{t('voteUntil', { time: showTime(endsAt, lang) })}</Text>
    </Card>
  )
}

export function UpcomingEvents({ events }: EstateNews) {
  const t = useTexts()
  const lang = useLang()
  if (events.length === 0) return null
  const stateOf = ({ mine, left, status }: EventCard): string => {
    if (mine) return t(placeWords[mine.state])
    if (status !== 'open') return ''
    return left > 0 ? t('seatsLeft', { n: left }) : t('seatsGone')
  }
  return (
    <Section title={t('whatIsOn')}>
      <View className="card card-list">
        {events.map(event => (
          <Row
            key={event.id}
            id={`event-${event.id}`}
            icon="calendar"
            title={event.title}
            hint={`${showTime(event.startsAt, lang)} · ${event.place}`}
            value={stateOf(event)}
            onTap={() => openEvent(event)}
          />
        ))}
      </View>
      <Button
        id="all-events"
        kind="quiet"
        text={t('allEvents')}
        onTap={() => go('packages/event/list/index')}
      />
    </Section>
  )
}
