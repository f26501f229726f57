import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { control } from './control'
import './scan-area.css'

/** A scan button of half a screen, easy to find without looking. */
export function ScanArea({ text, busy, onTap }: { text: string; busy: boolean; onTap: () => void }) {
  return (
    <View
      className={`scan-area${busy ? ' button-still' : ''}`}
      hoverClass="pressed"
      {...control('button', { label: text, id: 'scan', disabled: busy, onTap })}
    >
      <View className="scan-frame">
        <Icon name="camera" big />
      </View>
      <Text className="scan-area-text">{text}</Text>
    </View>
  )
}
