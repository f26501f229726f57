import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { region } from './control'
import { Icon, type IconName } from './icon'

/** An empty list: why it is empty, and what the reader can do. */
export function Empty({
  icon = 'check',
  title,
  hint,
  action,
}: {
  icon?: IconName
  title: string
  hint?: string
  action?: ReactNode
}) {
  return (
    <View className="empty" {...region('status')}>
      <View className="empty-icon">
        <Icon name={icon} big />
      </View>
      <Text className="empty-title">{title}</Text>
      {hint ? <Text className="empty-hint">{hint}</Text> : null}
      {action}
    </View>
  )
}
