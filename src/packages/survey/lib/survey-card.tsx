import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { statusWords } from '@domain/survey/wording'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon } from '@/ui'
import { useNow } from '@/ui/use-now'
import { go } from '@/device/navigate'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import { Turnout } from './turnout'
import '../survey.css'

/** What an open or past survey means to this user, for screen readers; empty: nothing. */
const standWord = (waits: boolean, voted: boolean): 'toVote' | 'voted' | '' => {
  if (waits) return 'toVote'
  return voted ? 'voted' : ''
}

const statusIcons = { open: 'clock', over: 'check', cancelled: 'close' } as const

/** A survey in a list: until when it runs, and whether the user has voted. */
export function SurveyCard({ survey }: { survey: SurveyView }) {
  const t = useTexts()
  const { id, title, open, status } = survey
  const waits = status === 'open' && open.length > 0
  const word = standWord(waits, Boolean(survey.voted))
  return (
    <Card
      id={`survey-${id}`}
      tone={waits ? 'waiting' : 'plain'}
      label={[title, word && t(word)].filter(Boolean).join(', ')}
      onTap={() => go(`packages/survey/survey/index?id=${id}`)}
    >
      <View className="card-top">
        <Text className="card-what">{title}</Text>
        <Stand survey={survey} />
      </View>
      <Until survey={survey} />
      <Turnout {...survey} />
      {status === 'over' ? (
        <View className="see-result">
          <Text>{t('seeResult')}</Text>
          <Icon name="next" />
        </View>
      ) : null}
    </Card>
  )
}

/** Where the survey stands for the user. */
export function Stand({ survey: { status, open, voted } }: { survey: SurveyView }) {
  const t = useTexts()
  if (status === 'open' && open.length > 0) return <Badge text={t('toVote')} tone="warn" icon="ballot" />
  if (status === 'open' && voted) return <Badge text={t('voted')} tone="good" icon="check" />
  return (
    <Badge
      text={t(statusWords[status])}
      tone={status === 'open' ? 'info' : 'quiet'}
      icon={statusIcons[status]}
    />
  )
}

/** The clock of a vote: the time left, and when it ends. */
export function Until({ survey: { status, endsAt } }: { survey: SurveyView }) {
  const t = useTexts()
  const lang = useLang()
  const now = useNow()
  const left = Date.parse(endsAt) - now
  if (status !== 'open' || left <= 0)
    return status === 'cancelled' ? null : (
      <Text className="card-meta">{t('endedAt', { time: showTime(endsAt, lang, now) })}</Text>
    )
  return (
    <View className="clock">
      <Icon name="clock" />
      <View className="clock-words">
        <View className="clock-line">
          <Text className="clock-left">{t('endsIn', { time: showSpan(left, lang) })}</Text>
          <Text className="clock-name">{t('endsAt', { time: showTime(endsAt, lang, now) })}</Text>
        </View>
      </View>
    </View>
  )
}
