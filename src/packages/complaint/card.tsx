import { Text, View } from '@tarojs/components'
import type { ComplaintCard, Status } from '@domain/complaint/contract'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { Badge, Card, Icon, type IconName, type Tone } from '@/ui'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'
import { ComplaintClock, runningClocks } from './clock'
import { useTexts } from './texts'

export const looks: Record<Status, [Tone, IconName]> = {
  submitted: ['warn', 'clock'],
  accepted: ['info', 'check'],
  handling: ['info', 'user'],
  resolved: ['warn', 'phone'],
  called_back: ['good', 'check'],
  closed: ['good', 'check'],
  withdrawn: ['quiet', 'close'],
  invalid: ['quiet', 'close'],
}

/** The text of a complaint, or a stand-in for a voice note or photos. */
export function useSaid(): (complaint: Pick<ComplaintCard, 'content' | 'voice' | 'photos'>) => string {
  const t = useTexts()
  return ({ content, voice, photos }) =>
    content || (voice ? t('voiceLength', { n: voice.seconds }) : t('photosOnly', { n: photos.length }))
}

/** The state of a call-back: whether the resident was reached, and when to try again. */
export function useCalls(): (
  complaint: Pick<ComplaintCard, 'tries' | 'asked' | 'callAfter' | 'status'>,
) => string {
  const t = useTexts()
  const lang = useLang()
  return ({ tries, asked, callAfter, status }) => {
    if (status !== 'resolved') return ''
    const waits = !asked && callAfter && Date.parse(callAfter) > Date.now()
    return [
      tries ? t('triedTimes', { n: tries }) : '',
      asked ? t('askedInApp') : '',
      waits ? t('callAfter', { time: showTime(callAfter, lang) }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

/** A complaint in a list. */
export function ComplaintItem({ complaint }: { complaint: ComplaintCard }) {
  const t = useTexts()
  const said = useSaid()
  const calls = useCalls()
  const lang = useLang()
  const [tone, icon] = looks[complaint.status]
  const [clock] = runningClocks(complaint)
  const who = complaint.anonymous ? t('anon') : complaint.author?.name
  return (
    <Card
      id={`complaint-${complaint.id}`}
      tone={complaint.actions.includes('answer') ? 'waiting' : 'plain'}
      label={`${t(categoryWords[complaint.category])}, ${t(statusWords[complaint.status])}`}
      onTap={() => go(`packages/complaint/complaint/index?id=${complaint.id}`)}
    >
      <View className="card-top">
        <View className="card-what">
          <Icon name="flag" />
          <Text>{t(categoryWords[complaint.category])}</Text>
        </View>
        <Badge text={t(statusWords[complaint.status])} tone={tone} icon={icon} />
      </View>
      <Text className="card-text card-cut">{said(complaint)}</Text>
      <Text className="card-meta">
        {[
          who,
          complaint.house && t('houseNo', { code: complaint.house }),
          showTime(complaint.createdAt, lang),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {calls(complaint) ? <Text className="card-meta">{calls(complaint)}</Text> : null}
      {clock ? <ComplaintClock clock={clock} brief /> : null}
    </Card>
  )
}
