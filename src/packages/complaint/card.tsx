import { Text, View } from '@tarojs/components'
import type { ComplaintCard, Status } from '@domain/complaint/contract'
import { categoryWords, statusWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Card, Icon, type IconName, type Tone } from '@/ui'
import { go } from '@/ui/platform'
import { showTime } from '@/ui/when'
import { ComplaintClock, runningClocks } from './clock'
import { texts } from './texts'

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

/** What it says: its words, or what it has in their place. */
export function useSaid(): (complaint: Pick<ComplaintCard, 'content' | 'voice' | 'photos'>) => string {
  const x = useTexts(texts)
  return ({ content, voice, photos }) =>
    content || (voice ? x('voiceLength', { n: voice.seconds }) : x('photosOnly', { n: photos.length }))
}

/** How a call-back stands: whether anybody was reached, and when to try again. */
export function useCalls(): (
  complaint: Pick<ComplaintCard, 'tries' | 'asked' | 'callAfter' | 'status'>,
) => string {
  const x = useTexts(texts)
  const lang = useLang()
  return ({ tries, asked, callAfter, status }) =>
    status !== 'resolved'
      ? ''
      : [
          tries ? x('triedTimes', { n: tries }) : '',
          asked
            ? x('askedInApp')
            : callAfter && Date.parse(callAfter) > Date.now()
              ? x('callAfter', { time: showTime(callAfter, lang) })
              : '',
        ]
          .filter(Boolean)
          .join(' · ')
}

/** A complaint in a list. */
export function ComplaintItem({ complaint }: { complaint: ComplaintCard }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const said = useSaid()
  const calls = useCalls()
  const lang = useLang()
  const [tone, icon] = looks[complaint.status]
  const [clock] = runningClocks(complaint)
  const who = complaint.anonymous ? x('anon') : complaint.author?.name
  return (
    <Card
      id={`complaint-${complaint.id}`}
      tone={complaint.actions.includes('answer') ? 'waiting' : 'plain'}
      label={`${say(categoryWords[complaint.category])}, ${say(statusWords[complaint.status])}`}
      onTap={() => go(`packages/complaint/complaint/index?id=${complaint.id}`)}
    >
      <View className="card-top">
        <View className="card-what">
          <Icon name="flag" />
          <Text>{say(categoryWords[complaint.category])}</Text>
        </View>
        <Badge text={say(statusWords[complaint.status])} tone={tone} icon={icon} />
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
