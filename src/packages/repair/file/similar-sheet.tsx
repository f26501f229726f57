import { View } from '@tarojs/components'
import type { Card as Order } from '@domain/repair/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { toast } from '@/device/platform'
import { Button, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { OrderCard, openOrder } from '@/widgets/order-card'
import { useTexts } from '../texts'

interface Props {
  orders: readonly Order[]
  busy: boolean
  /** The resident has sent a reminder for one of them instead of another request. */
  onUrged: (id: string) => void
  onSend: () => Promise<void>
  onClose: () => void
}

/** Asks whether an open order is about the same problem before a new one is created. */
export function SimilarSheet({ orders, busy, onUrged, onSend, onClose }: Props) {
  const t = useTexts()
  const urge = useSend((requestId, id: string) => cloud.repair.urge({ id }, { requestId }))
  return (
    <Sheet
      id="similar"
      title={orders.length === 1 ? t('similarOne') : t('similarTitle', { n: orders.length })}
      onClose={onClose}
    >
      {orders.map(order => (
        <View key={order.id}>
          <OrderCard order={order} onTap={() => openOrder(order.id)} />
          {order.actions.includes('urge') ? (
            <Button
              id={`similar-urge-${order.id}`}
              kind="plain"
              text={t('similarUrge')}
              busy={urge.busy}
              onTap={async () => {
                if (await urge.run(order.id)) {
                  toast(t('urged'))
                  onUrged(order.id)
                }
              }}
            />
          ) : (
            <Button
              id={`similar-see-${order.id}`}
              kind="plain"
              text={t('similarSee')}
              onTap={() => openOrder(order.id)}
            />
          )}
        </View>
      ))}
      {urge.failure ? <FailureNote failure={urge.failure} /> : null}
      <Button id="similar-send" text={t('similarNo')} busy={busy} onTap={onSend} />
    </Sheet>
  )
}
