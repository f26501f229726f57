import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { WorkOrder } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useTexts } from '@/i18n/texts'
import { Badge, Button, Card, Field } from '@/ui'
import { Rating } from '@/ui/rating'
import { toast } from '@/ui/platform'
import { showMoney } from '@/ui/when'
import { texts } from '../texts'
import type { SheetMove } from './sheets'
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
  const x = useTexts(texts)
  return (
    <Card tone="waiting" id="verify-card">
      <Text className="card-title">{x('verifyTitle')}</Text>
      <Text>{x('verifyHint')}</Text>
      <View className="buttons">
        <Step
          id="action-verify-yes"
          text={x('verifyYes')}
          onDone={onDone}
          onStale={onStale}
          send={requestId => cloud.repair.verify({ id: order.id, accepted: true }, { requestId })}
        />
        <View className="step-button">
          <Button id="action-verify-no" kind="plain" text={x('verifyNo')} onTap={() => onSheet('verify')} />
        </View>
      </View>
    </Card>
  )
}

export function QuoteCard({ order, onDone, onStale }: Doing) {
  const x = useTexts(texts)
  const quote = order.quote!
  const deciding = order.actions.includes('decideQuote')
  const decide = (agree: boolean) => (requestId: string) =>
    cloud.repair.decideQuote({ id: order.id, agree }, { requestId })
  return (
    <Card tone={deciding ? 'waiting' : 'plain'} id="quote-card">
      <View className="card-top">
        <Text className="card-title">{x('quoteTitle')}</Text>
        {quote.state === 'waiting' ? (
          <Badge tone="warn" icon="clock" text={x('quoteWaiting')} />
        ) : quote.state === 'agreed' ? (
          <Badge tone="good" icon="check" text={x('quoteAgreed')} />
        ) : (
          <Badge tone="quiet" icon="close" text={x('quoteDeclined')} />
        )}
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
        <Text>{x('quoteTotal')}</Text>
        <Text>{showMoney(quote.total)}</Text>
      </View>
      {deciding ? (
        <View className="buttons">
          <Step
            id="action-agree"
            consent="repairProgress"
            text={x('agree')}
            onDone={onDone}
            onStale={onStale}
            send={decide(true)}
          />
          <Step
            id="action-decline"
            kind="plain"
            text={x('decline')}
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
  const x = useTexts(texts)
  const [speed, setSpeed] = useState(0)
  const [quality, setQuality] = useState(0)
  const [attitude, setAttitude] = useState(0)
  const [comment, setComment] = useState('')
  return (
    <Card tone="waiting" id="rate-card">
      <Text className="card-title">{x('rateTitle')}</Text>
      <Rating name="rate-speed" label={x('speed')} value={speed} onChange={setSpeed} />
      <Rating name="rate-quality" label={x('quality')} value={quality} onChange={setQuality} />
      <Rating name="rate-attitude" label={x('attitude')} value={attitude} onChange={setAttitude} />
      <Field
        id="rate-comment"
        long
        optional
        label={x('comment')}
        value={comment}
        most={300}
        onChange={setComment}
      />
      <Step
        id="action-rate"
        text={x('sendRating')}
        onStale={onStale}
        check={() => {
          if (speed && quality && attitude) return true
          toast(x('needStars'))
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
          toast(x('thanks'))
          onDone(now)
        }}
      />
    </Card>
  )
}

export function RatingCard({ rating }: { rating: NonNullable<WorkOrder['rating']> }) {
  const x = useTexts(texts)
  return (
    <Card id="rating-card">
      <Text className="card-title">{x('ratingTitle')}</Text>
      <Rating name="rated-speed" label={x('speed')} value={rating.speed} />
      <Rating name="rated-quality" label={x('quality')} value={rating.quality} />
      <Rating name="rated-attitude" label={x('attitude')} value={rating.attitude} />
      {rating.comment ? <Text className="card-text">{rating.comment}</Text> : null}
    </Card>
  )
}
