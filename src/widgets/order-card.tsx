import { Text, View } from '@tarojs/components'
import type { Card as OrderCardData } from '@domain/repair/contract'
import { categoryWords, statusWords } from '@domain/repair/wording'
import { useLang } from '@/i18n/lang'
import { useTexts, type CommonKey } from '@/i18n/texts'
import { Badge } from '@/ui/badge'
import { StatusBadge } from './status-badge'
import { Card } from '@/ui/card'
import { Clock, nextClock } from './clock'
import { Icon } from '@/ui/icon'
import { go } from '@/device/navigate'
import { showTime } from '@/i18n/when'

/** The place of a repair as text. */
export function usePlace(): (order: Pick<OrderCardData, 'place' | 'house' | 'facility'>) => string {
  const t = useTexts()
  return order =>
    order.place === 'public'
      ? [t('publicPlace'), order.facility].filter(Boolean).join(' · ')
      : [order.house ? t('houseNo', { code: order.house }) : '', order.facility].filter(Boolean).join(' · ')
}

export const openOrder = (id: string): void => go(`packages/repair/order/index?id=${id}`)

/** The action that an order waits for from the user; null: none. */
export function waitsFor(order: OrderCardData): { ask: CommonKey; go: CommonKey } | null {
  if (order.actions.includes('decideQuote')) return { ask: 'askQuote', go: 'doQuote' }
  if (order.actions.includes('verify')) return { ask: 'askVerify', go: 'doVerify' }
  if (order.actions.includes('rate')) return { ask: 'askRate', go: 'doRate' }
  return null
}

/** A repair order in a list: category, place, status and deadline. */
export function OrderCard({ order, ask, onTap }: { order: OrderCardData; ask?: string; onTap?: () => void }) {
  const t = useTexts()
  const lang = useLang()
  const place = usePlace()
  const clock =
    order.status === 'closed' || order.status === 'cancelled'
      ? undefined
      : (nextClock(order.clocks) ?? order.clocks.find(each => each.state === 'missed'))
  return (
    <Card
      id={`order-${order.id}`}
      tone={ask ? 'waiting' : 'plain'}
      label={[ask, t(categoryWords[order.category]), t(statusWords[order.status]), order.description]
        .filter(Boolean)
        .join(', ')}
      onTap={onTap ?? (() => openOrder(order.id))}
    >
      {ask ? (
        <View className="ask">
          <Text>{ask}</Text>
        </View>
      ) : null}
      <View className="card-top">
        <View className="card-what">
          <Icon name={order.category} />
          <Text>{t(categoryWords[order.category])}</Text>
        </View>
        <View className="badges">
          {order.urgency === 'urgent' ? <Badge tone="bad" icon="bolt" text={t('urgent')} /> : null}
          <StatusBadge status={order.status} />
        </View>
      </View>
      {order.description ? <Text className="card-text card-cut">{order.description}</Text> : null}
      <Text className="card-meta">
        {[place(order), showTime(order.createdAt, lang), order.assignee?.name].filter(Boolean).join(' · ')}
      </Text>
      {clock ? <Clock clock={clock} brief /> : null}
    </Card>
  )
}
