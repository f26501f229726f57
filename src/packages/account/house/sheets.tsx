import { useState } from 'react'
import type { BindingView } from '@domain/account/contract'
import { cloud } from '@/cloud/client'
import { useSend } from '@/cloud/hooks'
import { goBack } from '@/device/navigate'
import { askSession } from '@/state/session'
import { Button, Field, Sheet } from '@/ui'
import { FailureNote } from '@/widgets'
import { useTexts } from '../texts'

export function RefuseSheet({
  onClose,
  onSend,
  busy,
}: {
  onClose: () => void
  onSend: (reason: string) => Promise<void>
  busy: boolean
}) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  return (
    <Sheet id="refuse-sheet" title={t('refuse')} onClose={onClose}>
      <Field id="reason" label={t('whyNot')} value={reason} most={200} long onChange={setReason} />
      <Button
        id="send-refusal"
        text={t('refuse')}
        busy={busy}
        disabled={!reason.trim()}
        onTap={() => onSend(reason.trim())}
      />
    </Sheet>
  )
}

export function EndSheet({
  binding,
  mine,
  onDone,
  onClose,
}: {
  binding: BindingView
  mine: boolean
  onDone: (answer: unknown) => Promise<void>
  onClose: () => void
}) {
  const t = useTexts()
  const end = useSend(requestId => cloud.account.unbind({ id: binding.id }, { requestId }))
  return (
    <Sheet
      id="end-sheet"
      title={mine ? t('reallyLeave') : t('reallyRemove', { name: binding.name })}
      onClose={onClose}
    >
      {end.failure ? <FailureNote failure={end.failure} /> : null}
      <Button
        id="really-end"
        kind="danger"
        text={mine ? t('leave') : t('remove')}
        busy={end.busy}
        onTap={async () => {
          const answer = await end.run()
          if (answer && mine) {
            await askSession().catch(() => undefined)
            goBack()
          } else await onDone(answer)
        }}
      />
      <Button kind="quiet" text={t('cancel')} onTap={onClose} />
    </Sheet>
  )
}
