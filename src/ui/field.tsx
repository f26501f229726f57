import { Input, Text, Textarea, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useTexts } from '@/i18n/texts'
import { Icon } from './icon'
import { handle, region } from './control'
import { inBrowser } from '@/device/platform'

/** A labelled field with its error below. */
export function Label({
  text,
  optional,
  wrong,
  children,
}: PropsWithChildren<{ text: string; optional?: boolean; wrong?: string | undefined }>) {
  const t = useTexts()
  return (
    <View className="field">
      {text ? (
        <View className="field-label">
          <Text className="field-name">{text}</Text>
          {optional ? <Text className="field-optional">{t('optional')}</Text> : null}
        </View>
      ) : null}
      {children}
      {wrong ? (
        <View className="field-wrong" {...region('alert')}>
          <Icon name="alert" />
          <Text>{wrong}</Text>
        </View>
      ) : null}
    </View>
  )
}

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  id?: string
  hint?: string
  most?: number
  long?: boolean
  optional?: boolean
  wrong?: string | undefined
  type?: 'text' | 'digit' | 'number'
}

export function Field({
  label,
  value,
  onChange,
  id,
  hint,
  most = 500,
  long,
  optional,
  wrong,
  type = 'text',
}: Props) {
  const common = {
    value,
    placeholder: hint ?? '',
    maxlength: most,
    'aria-label': label,
    ...handle(id),
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    placeholderClass: 'placeholder',
  }
  return (
    <Label text={label} optional={optional ?? false} wrong={wrong}>
      {long ? (
        <View className={`input input-long${wrong ? ' input-wrong' : ''}`}>
          <Textarea
            className="input-inner"
            {...common}
            {...(inBrowser ? {} : { autoHeight: true, disableDefaultPadding: true })}
          />
          {value.length > most * 0.8 ? (
            <Text className="input-count">
              {value.length}/{most}
            </Text>
          ) : null}
        </View>
      ) : (
        <View className={`input${wrong ? ' input-wrong' : ''}`}>
          <Input className="input-inner" type={type} {...common} />
        </View>
      )}
    </Label>
  )
}
