import { Text, View } from '@tarojs/components'
import type { Status } from '@domain/repair/contract'
import { statusWords } from '@domain/repair/wording'
import { useWords } from '@/i18n/texts'
import { Icon, type IconName } from './icon'

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'quiet'

/** A state in words with a picture and a colour: the colour alone never says it. */
export function Badge({ text, tone, icon }: { text: string; tone: Tone; icon: IconName }) {
  return (
    <View className={`badge tone-${tone}`}>
      <Icon name={icon} />
      <Text className="badge-text">{text}</Text>
    </View>
  )
}

const looks: Record<Status, [Tone, IconName]> = {
  submitted: ['warn', 'clock'],
  accepted: ['info', 'check'],
  assigned: ['info', 'user'],
  working: ['info', 'wrench'],
  finished: ['warn', 'flag'],
  closed: ['good', 'check'],
  cancelled: ['quiet', 'close'],
}

export function StatusBadge({ status }: { status: Status }) {
  const say = useWords()
  const [tone, icon] = looks[status]
  return <Badge text={say(statusWords[status])} tone={tone} icon={icon} />
}
