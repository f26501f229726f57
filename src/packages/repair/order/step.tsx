import { View } from '@tarojs/components'
import type { Purpose } from '@domain/notice/purposes'
import type { WorkOrder } from '@domain/repair/contract'
import { askConsent } from '@/state/consent'
import { useSend } from '@/cloud/hooks'
import { Button } from '@/ui'
import { FailureNote } from '@/widgets'

interface Props {
  id: string
  text: string
  kind?: 'main' | 'plain' | 'danger' | 'quiet'
  /** Purpose of the WeChat alert for which this tap asks consent. */
  consent?: Purpose
  send: (requestId: string) => Promise<WorkOrder>
  onDone: (order: WorkOrder) => void
  /** Another user was quicker: the page is out of date. */
  onStale: () => void
  /** Returns false to cancel the tap because something is missing. */
  check?: () => boolean
  disabled?: boolean
}

/** The button of one move, with its failure below. */
export function Step({ id, text, kind = 'main', consent, send, onDone, onStale, check, disabled }: Props) {
  const sending = useSend(send)
  const tap = async () => {
    if (check && !check()) return
    if (consent) askConsent(consent)
    const order = await sending.run()
    if (order) onDone(order)
  }
  return (
    <View className="step-button">
      <Button id={id} kind={kind} text={text} busy={sending.busy} disabled={disabled ?? false} onTap={tap} />
      {sending.failure ? (
        <FailureNote
          failure={sending.failure}
          {...(sending.failure.code === 'CONFLICT' || sending.failure.code === 'FORBIDDEN'
            ? { onRetry: onStale }
            : {})}
        />
      ) : null}
    </View>
  )
}
