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
  /** Purpose of the message that WeChat is asked about in this tap. */
  consent?: Purpose
  send: (requestId: string) => Promise<WorkOrder>
  onDone: (order: WorkOrder) => void
  /** Another person was quicker: what is shown is out of date. */
  onStale: () => void
  /** Returns false to hold the tap back: something is missing. */
  check?: () => boolean
  disabled?: boolean
}

/** One move of an order behind one button, with what went wrong below it. */
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
