import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { useTexts } from '@/i18n/texts'
import { Icon, type IconName } from './icon'
import { control } from './control'

interface Props {
  text: string
  onTap: () => unknown
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  /** A request is running: the button shows it and ignores further taps. */
  busy?: boolean
  disabled?: boolean
  icon?: IconName
  id?: string
  label?: string
  small?: boolean
}

/** A button. It ignores further taps while the promise that `onTap` returned is pending. */
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
      <Sign busy={busy} icon={icon} />
      <Text className="button-text">{busy ? t('sending') : text}</Text>
    </View>
  )
}

function Sign({ busy, icon }: { busy: boolean | undefined; icon: IconName | undefined }) {
  if (busy) return <View className="spin" aria-hidden="true" />
  return icon ? <Icon name={icon} /> : null
}
