import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { useTexts } from '@/i18n/texts'
import { Icon, type IconName } from './icon'
import { control } from './control'

interface Props {
  text: string
  onTap: () => unknown
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  /** Being sent: shown, and further taps do nothing. */
  busy?: boolean
  disabled?: boolean
  icon?: IconName
  id?: string
  label?: string
  small?: boolean
}

/** While what a tap started is not over, a second tap does nothing. */
export function Button({ text, onTap, kind = 'main', busy, disabled, icon, id, label, small }: Props) {
  const t = useTexts()
  const under = useRef(false)
  const still = busy || disabled || false
  const tap = () => {
    if (still || under.current) return
    const started = onTap()
    if (!(started instanceof Promise)) return
    under.current = true
    const over = () => {
      under.current = false
    }
    started.then(over, over)
  }
  return (
    <View
      className={`button button-${kind}${small ? ' button-small' : ''}${still ? ' button-still' : ''}`}
      hoverClass="pressed"
      {...control('button', { label: label ?? text, disabled: still, id, onTap: tap })}
    >
      {busy ? <View className="spin" aria-hidden="true" /> : null}
      {icon && !busy ? <Icon name={icon} /> : null}
      <Text className="button-text">{busy ? t('sending') : text}</Text>
    </View>
  )
}
