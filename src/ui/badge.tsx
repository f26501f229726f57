import { Text, View } from '@tarojs/components'
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
