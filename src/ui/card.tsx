import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { control, handle, region } from './control'

interface CardProps {
  /** Makes the whole card a control, with this name. */
  onTap?: () => void
  label?: string
  tone?: 'plain' | 'waiting' | 'soft'
  id?: string
}

export function Card({ children, onTap, label, tone = 'plain', id }: PropsWithChildren<CardProps>) {
  const name = `card card-${tone}`
  if (!onTap)
    return (
      <View className={name} {...handle(id)}>
        {children}
      </View>
    )
  return (
    <View className={name} hoverClass="pressed" {...control('link', { label, id, onTap })}>
      {children}
    </View>
  )
}

/** A titled group of cards. */
export function Section({
  title,
  children,
  action,
}: PropsWithChildren<{ title?: string; action?: ReactNode }>) {
  return (
    <View className="section">
      {title ? (
        <View className="section-head">
          <Text className="section-title" {...region('heading')}>
            {title}
          </Text>
          {action}
        </View>
      ) : null}
      {children}
    </View>
  )
}

interface RowProps {
  title: string
  hint?: string
  icon?: IconName
  value?: string
  onTap?: () => void
  id?: string
  end?: ReactNode
}

/** A row of a list: icon, title, value, and the page it opens. */
export function Row({ title, hint, icon, value, onTap, id, end }: RowProps) {
  const inner = (
    <>
      {icon ? (
        <View className="row-icon">
          <Icon name={icon} />
        </View>
      ) : null}
      <View className="row-words">
        <View className="row-said">
          <Text className="row-title">{title}</Text>
          {hint ? <Text className="row-hint">{hint}</Text> : null}
        </View>
        {value ? <Text className="row-value">{value}</Text> : null}
      </View>
      {end}
      {onTap ? <Icon name="next" /> : null}
    </>
  )
  if (!onTap)
    return (
      <View className="row" {...handle(id)}>
        {inner}
      </View>
    )
  return (
    <View
      className="row"
      hoverClass="pressed"
      {...control('link', { label: [title, value, hint].filter(Boolean).join(', '), id, onTap })}
    >
      {inner}
    </View>
  )
}
