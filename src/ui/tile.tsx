import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { control } from './control'

/** A service as a tile, large enough for any thumb. */
export function Tile({
  id,
  name,
  hint,
  icon,
  main,
  onTap,
}: {
  id: string
  name: string
  hint: string
  icon: IconName
  main?: boolean
  onTap: () => void
}) {
  return (
    <View
      className={`tile${main ? ' tile-main' : ''}`}
      hoverClass="pressed"
      {...control('link', { label: `${name}, ${hint}`, id, onTap })}
    >
      <Icon name={icon} big />
      <View>
        <Text className="tile-name">{name}</Text>
        <Text className="tile-hint">{hint}</Text>
      </View>
    </View>
  )
}
