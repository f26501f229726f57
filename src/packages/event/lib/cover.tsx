import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { EventCard } from '@domain/event/contract'
import { useLang } from '@/i18n/lang'
import { leafOf } from './when'

/** An event's picture, or a quiet drawing where it has none; in a list with the day on it. */
export function Cover({
  event: { cover, startsAt },
  leaf,
}: {
  event: Pick<EventCard, 'cover' | 'startsAt'>
  leaf?: boolean
}) {
  const { month, day } = leafOf(startsAt, useLang())
  const [broken, setBroken] = useState(false)
  return (
    <View className={`event-cover${leaf ? ' event-cover-low' : ''}`} aria-hidden="true">
      {cover?.url && !broken ? (
        <Image
          className="event-cover-picture"
          src={cover.url}
          mode="aspectFill"
          onError={() => setBroken(true)}
        />
      ) : (
        <View className="event-cover-drawn">
          <View className="event-cover-art" />
        </View>
      )}
      {leaf ? (
        <View className="event-leaf">
          <Text className="event-leaf-month">{month}</Text>
          <Text className="event-leaf-day">{day}</Text>
        </View>
      ) : null}
    </View>
  )
}
