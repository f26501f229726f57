import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { EventView } from '@domain/event/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { Card, Field, Section } from '@/ui'
import { FormFailure } from '@/widgets'
import { Photos } from '@/ui/photos'
import { toast } from '@/device/platform'
import { Rating } from '@/ui/rating'
import { useTexts } from '../texts'

/** After the event: photos, ratings and comments. */
export function Afterwards({ event }: { event: EventView }) {
  const t = useTexts()
  const urls = event.photos.flatMap(photo => event.pictures[photo] ?? [])
  const comments = event.desk?.comments ?? []
  return (
    <>
      {urls.length ? (
        <Section title={t('moments')}>
          <Photos urls={urls} />
        </Section>
      ) : null}
      {event.mine?.stars ? (
        <Card>
          <Rating name="my-stars" label={t('yourStars')} value={event.mine.stars} />
        </Card>
      ) : null}
      {comments.length ? (
        <Section title={t('comments')}>
          <View className="card">
            {comments.map((comment, n) => (
              <Text key={n} className="paragraph">
                {comment}
              </Text>
            ))}
          </View>
        </Section>
      ) : null}
    </>
  )
}

/** A rating with one tap on a star, after an optional comment. */
export function RateIt({ event, onDone }: { event: EventView; onDone: (next: EventView) => void }) {
  const t = useTexts()
  const [line, setLine] = useState('')
  const [stars, setStars] = useState(0)
  const rate = useSend((requestId, given: number) =>
    cloud.event.rate(
      { id: event.id, stars: given, ...(line.trim() ? { comment: line.trim() } : {}) },
      { requestId },
    ),
  )
  const tap = async (given: number) => {
    setStars(given)
    const next = await rate.run(given)
    if (!next) return
    toast(t('thanks'))
    onDone(next)
  }
  return (
    <Card id="rate-it" tone="waiting">
      <Rating
        name="rate"
        label={t('rateTitle')}
        value={stars}
        onChange={given => {
          void tap(given)
        }}
      />
      <Text className="quiet">{t('rateHint')}</Text>
      <View className="rate-line">
        <Field
          id="rate-line"
          optional
          label={t('rateLine')}
          value={line}
          most={200}
          wrong={rate.failure?.fields?.comment}
          onChange={setLine}
        />
      </View>
      <FormFailure failure={rate.failure} />
    </Card>
  )
}
