import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { control, region } from './control'

interface Option<V extends string> {
  value: V
  text: string
  icon?: IconName
}

interface Props<V extends string> {
  label: string
  options: readonly Option<V>[]
  value: V | undefined
  onChange: (value: V) => void
  /** Ids of the chips are `<name>-<value>`. */
  name: string
  columns?: 2 | 3
}

/** Radio buttons as chips. */
export function Choice<V extends string>({ label, options, value, onChange, name, columns }: Props<V>) {
  const stacked = columns === 3 && options.some(({ icon }) => icon)
  return (
    <View
      className={`choice${columns ? ` choice-${columns}` : ''}${stacked ? ' choice-stacked' : ''}`}
      {...region('radiogroup', label)}
    >
      {options.map(option => {
        const on = option.value === value
        const icon = option.icon ?? (on ? 'check' : undefined)
        return (
          <View
            key={option.value}
            className={`chip${on ? ' chip-on' : ''}`}
            hoverClass="pressed"
            {...control('radio', {
              label: option.text,
              checked: on,
              id: `${name}-${option.value}`,
              onTap: () => onChange(option.value),
            })}
          >
            {icon ? <Icon name={icon} /> : null}
            <Text className="chip-text">{option.text}</Text>
          </View>
        )
      })}
    </View>
  )
}
