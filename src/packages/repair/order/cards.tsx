import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { WorkOrder } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { Badge, Button, Card, Field } from '@/ui'
import { Rating } from '@/ui/rating'
import { toast } from '@/device/platform'
import { showMoney } from '@/i18n/when'
import { useTexts } from '../texts'
import type { SheetMove } from './sheet-props'
import { Step } from './step'

interface Doing {
  order: WorkOrder
  onDone: (order: WorkOrder) => void
  onStale: () => void
}

export function VerifyCard({
  order,
  onDone,
  onStale,
  onSheet,
}: Doing & { onSheet: (move: SheetMove) => void }) {
  const t = useTexts()
  return (
    <Card tone="waiting" id="verify-card">
      <Text className="card-title">{t('verifyTitle')}</Text>
      <Text>{t('verifyHint')}</Text>
      <View className="buttons">
        <Step
          id="action-verify-yes"
          text={t('verifyYes')}
          onDone={onDone}
          onStale={onStale}
          send={requestId => cloud.repair.verify({ id: order.id, accepted: true }, { requestId })}
        />
        <View className="step-button">
          <Button id="action-verify-no" kind="plain" text={t('verifyNo')} onTap={() => onSheet('verify')} />
        </View>
      </View>
    </Card>
  )
}

function QuoteBadge({ state }: { state: NonNullable<WorkOrder['quote']>['state'] }) {
  const t = useTexts()
  switch (state) {
    case 'waiting':
      return <Badge tone="warn" icon="clock" text={t('quoteWaiting')} />
    case 'agreed':
      return <Badge tone="good" icon="check" text={t('quoteAgreed')} />
    case 'declined':
      return <Badge tone="quiet" icon="close" text={t('quoteDeclined')} />
  }
}

export function QuoteCard({ order, onDone, onStale }: Doing) {
  const t = useTexts()
  const quote = order.quote!
  const deciding = order.actions.includes('decideQuote')
  const decide = (agree: boolean) => (requestId: string) =>
    cloud.repair.decideQuote({ id: order.id, agree }, { requestId })
  return (
    <Card tone={deciding ? 'waiting' : 'plain'} id="quote-card">
      <View className="card-top">
        <Text className="card-title">{t('quoteTitle')}</Text>
        <QuoteBadge state={quote.state} />
      </View>
      {quote.items.map((item, n) => (
        <View key={n} className="money-row">
          <Text>
            {item.name}
            {item.count > 1 ? ` × ${item.count}` : ''}
          </Text>
          <Text>{showMoney(item.price * item.count)}</Text>
        </View>
      ))}
      <View className="money-row money-total">
        <Text>{t('quoteTotal')}</Text>
        <Text>{showMoney(quote.total)}</Text>
      </View>
      {deciding ? (
        <View className="buttons">
          <Step
            id="action-agree"
            consent="repairProgress"
            text={t('agree')}
            onDone={onDone}
            onStale={onStale}
            send={decide(true)}
          />
          <Step
            id="action-decline"
            kind="plain"
            text={t('decline')}
            onDone={onDone}
            onStale={onStale}
            send={decide(false)}
          />
        </View>
      ) : null}
    </Card>
  )
}

export function RateCard({ order, onDone, onStale }: Doing) {
  const t = useTexts()
  const [speed, setSpeed] = useState(0)
  const [quality, setQuality] = useState(0)
  const [attitude, setAttitude] = useState(0)
  const [comment, setComment] = useState('')
  return (
    <Card tone="waiting" id="rate-card">
      <Text className="card-title">{t('rateTitle')}</Text>
      <Rating name="rate-speed" label={t('speed')} value={speed} onChange={setSpeed} />
      <Rating name="rate-quality" label={t('quality')} value={quality} onChange={setQuality} />
      <Rating name="rate-attitude" label={t('attitude')} value={attitude} onChange={setAttitude} />
      <Field
        id="rate-comment"
        long
        optional
        label={t('comment')}
        value={comment}
        most={300}
        onChange={setComment}
      />
      <Step
        id="action-rate"
        text={t('sendRating')}
        onStale={onStale}
        check={() => {
          if (speed && quality && attitude) return true
          toast(t('needStars'))
          return false
        }}
        send={requestId =>
          cloud.repair.rate(
            {
              id: order.id,
              speed,
              quality,
              attitude,
              ...(comment.trim() ? { comment: comment.trim() } : {}),
            },
            { requestId },
          )
        }
        onDone={now => {
          toast(t('thanks'))
          onDone(now)
        }}
      />
    </Card>
  )
}

export function RatingCard({ rating }: { rating: NonNullable<WorkOrder['rating']> }) {
  const t = useTexts()
  return (
    <Card id="rating-card">
      <Text className="card-title">{t('ratingTitle')}</Text>
      <Rating name="rated-speed" label={t('speed')} value={rating.speed} />
      <Rating name="rated-quality" label={t('quality')} value={rating.quality} />
      <Rating name="rated-attitude" label={t('attitude')} value={rating.attitude} />
      {rating.comment ? <Text className="card-text">{rating.comment}</Text> : null}
    </Card>
  )
}
