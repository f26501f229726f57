import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui'
import { control, region } from '@/ui/control'

interface Props {
  label: string
  value: number
  most: number
  fewer: string
  more: string
  onChange: (value: number) => void
}

/** Chooses a number of people from 1 to `most` by tapping. */
export function Stepper({ label, value, most, fewer, more, onChange }: Props) {
  const step = (sign: string, name: string, id: string, next: number) => {
    const shut = next < 1 || next > most
    return (
      <View
        className={`stepper-step${shut ? ' stepper-shut' : ''}`}
        hoverClass="pressed"
        {...control('button', { label: name, id, disabled: shut, onTap: () => onChange(next) })}
      >
        <Text>{sign}</Text>
      </View>
    )
  }
  return (
    <View className="stepper">
      {step('−', fewer, 'party-fewer', value - 1)}
      <View className="stepper-value" {...region('status', `${label}: ${String(value)}`)}>
        <Icon name="user" />
        <Text id="party">{value}</Text>
      </View>
      {step('+', more, 'party-more', value + 1)}
    </View>
  )
}
