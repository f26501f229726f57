import { Text, View } from '@tarojs/components'
import type { SurveyView } from '@domain/survey/contract'
import { statusWords } from '@domain/survey/wording'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon, type IconName } from '@/ui'
import { useNow } from '@/ui/use-now'
import { go } from '@/device/navigate'
import { showSpan, showTime } from '@/i18n/when'
import { useTexts } from '../texts'
import { Turnout } from './turnout'
import '../survey.css'

/** A survey in a list: until when, and whether the reader has voted. */
export function SurveyCard({ survey }: { survey: SurveyView }) {
  const t = useTexts()
  const { id, title, open, status } = survey
  const waits = status === 'open' && open.length > 0
  return (
    <Card
      id={`survey-${id}`}
      tone={waits ? 'waiting' : 'plain'}
      label={[title, waits && t('toVote'), !waits && survey.voted && t('voted')].filter(Boolean).join(', ')}
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

const icons: Record<SurveyView['status'], IconName> = { open: 'clock', over: 'check', cancelled: 'close' }

/** The state of a survey for this reader. */
export function Stand({ survey: { status, open, voted } }: { survey: SurveyView }) {
  const t = useTexts()
  if (status === 'open' && open.length > 0) return <Badge text={t('toVote')} tone="warn" icon="ballot" />
  if (status === 'open' && voted) return <Badge text={t('voted')} tone="good" icon="check" />
  return (
    <Badge text={t(statusWords[status])} tone={status === 'open' ? 'info' : 'quiet'} icon={icons[status]} />
  )
}

/** The clock of a vote: what is left of it, and when it ends. */
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
