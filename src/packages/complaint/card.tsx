import { Text, View } from '@tarojs/components'
import type { ComplaintCard, Status } from '@domain/complaint/contract'
import { categoryWords, clockWords, statusWords } from '@domain/complaint/wording'
import { useLang } from '@/i18n/lang'
import { useT, useTexts, useWords } from '@/i18n/texts'
import { Badge, Card, Icon, type IconName, type Tone } from '@/ui'
import { go } from '@/ui/platform'
import { showSpan, showTime } from '@/ui/when'
import { texts } from './texts'

export const looks: Record<Status, [Tone, IconName]> = {
  submitted: ['warn', 'clock'], accepted: ['info', 'check'], handling: ['info', 'user'], resolved: ['warn', 'phone'],
  called_back: ['good', 'check'], closed: ['good', 'check'], withdrawn: ['quiet', 'close'], invalid: ['quiet', 'close'],
}

type Face = ComplaintCard['clocks'][number]
/** The promise that runs out first. */
export const nextClock = ({ clocks }: Pick<ComplaintCard, 'clocks'>, open: boolean): Face | undefined =>
  (open ? clocks.filter(clock => clock.state === 'running' || (clock.state === 'missed' && Date.parse(clock.dueAt) < Date.now())).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] : undefined)

export const isOpen = ({ status }: Pick<ComplaintCard, 'status'>): boolean => ['submitted', 'accepted', 'handling', 'resolved'].includes(status)

/** A complaint in a list. */
export function ComplaintItem({ complaint }: { complaint: ComplaintCard }) {
  const t = useT()
  const x = useTexts(texts)
  const say = useWords()
  const lang = useLang()
  const [tone, icon] = looks[complaint.status]
  const clock = nextClock(complaint, isOpen(complaint))
  const left = clock ? Date.parse(clock.dueAt) - Date.now() : 0
  const who = complaint.anonymous ? x('anon') : complaint.author?.name
  return (
    <Card id={`complaint-${complaint.id}`} label={`${say(categoryWords[complaint.category])}, ${say(statusWords[complaint.status])}`} onTap={() => go(`packages/complaint/complaint/index?id=${complaint.id}`)}>
      <View className='card-top'>
        <View className='card-what'><Icon name='flag' /><Text>{say(categoryWords[complaint.category])}</Text></View>
        <Badge text={say(statusWords[complaint.status])} tone={tone} icon={icon} />
      </View>
      <Text className='card-text card-cut'>{complaint.content || (complaint.voice ? x('voiceLength', { n: complaint.voice.seconds }) : '')}</Text>
      <Text className='card-meta'>{[who, complaint.house && t('houseNo', { code: complaint.house }), showTime(complaint.createdAt, lang)].filter(Boolean).join(' · ')}</Text>
      {clock ? <Text className='card-meta'>{say(clockWords[clock.name])} · {x(left < 0 ? 'late' : 'left', { time: showSpan(left, lang) })}</Text> : null}
    </Card>
  )
}
