import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'

export type Tone = 'info' | 'good' | 'warn' | 'bad' | 'quiet'

/** A state as text with an icon and a colour; the meaning never depends on the colour alone. */
export function Badge({ text, tone, icon }: { text: string; tone: Tone; icon: IconName }) {
  return (
    <View className={`badge tone-${tone}`}>
      <Icon name={icon} />
      <Text className="badge-text">{text}</Text>
    </View>
  )
}
